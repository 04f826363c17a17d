/** Counts what an import or export leaves out, so that it can be told in a few sentences. */
export class Tally {
  readonly #counts = new Map<string, { readonly one: string; readonly many: string; count: number }>()

  /**
   * @param one what is said of one, without a full stop: "1 embed: a board does not load other sites" is `one` "embed: …"
   * @param many the same of several
   */
  add(one: string, many: string = pluralOf(one), count = 1): void {
    if (count === 0) return
    const known = this.#counts.get(one)
    if (known) known.count += count
    else this.#counts.set(one, { one, many, count })
  }

  /** One sentence for each kind of thing, in the order they were first met. */
  sentences(): readonly string[] {
    return [...this.#counts.values()].map(({ one, many, count }) => `${count} ${count === 1 ? one : many}.`)
  }
}

/** Puts the plural on the words before a colon. */
function pluralOf(one: string): string {
  const [noun = one, ...rest] = one.split(':')
  return [`${noun}s`, ...rest].join(':')
}
