/** A pause this long ends an edit, also of the same shapes. */
const PAUSE_MS = 1_000

/** Tells which changes of the board belong to one edit as people count them. */
export class EditCounter {
  #ids: ReadonlySet<string> = new Set()
  #at = -Infinity

  /** Whether a change of these records at `now` goes on with the edit before it: soon after, and nothing else touched. */
  continues(ids: ReadonlySet<string>, now: number): boolean {
    const goesOn = now - this.#at < PAUSE_MS && [...ids].every((id) => this.#ids.has(id))
    if (!goesOn) this.#ids = ids
    this.#at = now
    return goesOn
  }
}
