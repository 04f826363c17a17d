/** A seeded source of chance: xoshiro128**, whose period outlasts any test. */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: number) {
    // Splits a small seed into four words that have nothing in common.
    let z = seed >>> 0
    this.#state = Uint32Array.from({ length: 4 }, () => {
      z = (z + 0x9e3779b9) >>> 0
      let word = z
      word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
      word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
      return (word ^ (word >>> 16)) >>> 0
    })
  }

  /** At least 0, less than 1. */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    const c1 = c ^ a
    const d1 = d ^ b
    this.#state[1] = b ^ c1
    this.#state[0] = a ^ d1
    this.#state[2] = c1 ^ shifted
    this.#state[3] = rotate(d1, 11)
    return result / 2 ** 32
  }

  /** A whole number, at least 0 and less than `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)]
  }
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
