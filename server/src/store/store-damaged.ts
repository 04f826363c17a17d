/** What rests in the store is not what was written. Nothing has been changed; a person has to look at it. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged'
  /** The file, or the row within the store. */
  readonly path: string

  constructor(damage: {
    readonly path: string
    /** What is wrong with it, as the end of a sentence: `is not a database`. */
    readonly finding: string
    readonly advice: string
    readonly cause?: unknown
  }) {
    super(`${damage.path} ${damage.finding}. ${damage.advice}`, { cause: damage.cause })
    this.path = damage.path
  }
}
