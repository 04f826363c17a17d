/** Calls back once after `ms`; returns the way to call it off. */
export type After = (ms: number, callback: () => void) => () => void

/** How long a removed note can be brought back. */
export const UNDO_MS = 8000

/**
 * Notes that are gone from the screen and not yet from the log, so that removing can be undone: the log keeps no way
 * back. Left early, the note stays, which is the harmless side.
 */
export class Removals {
  readonly #after: After
  readonly #remove: (noteId: string) => void
  readonly #onChange: (hidden: ReadonlySet<string>) => void
  readonly #callOff = new Map<string, () => void>()

  constructor(options: {
    readonly after: After
    readonly remove: (noteId: string) => void
    readonly onChange: (hidden: ReadonlySet<string>) => void
  }) {
    this.#after = options.after
    this.#remove = options.remove
    this.#onChange = options.onChange
  }

  /** Hides a note and removes it after a while. Returns the way to bring it back. */
  start(noteId: string): () => void {
    this.#callOff.get(noteId)?.()
    this.#callOff.set(
      noteId,
      this.#after(UNDO_MS, () => {
        this.#remove(noteId)
      }),
    )
    this.#tell()
    return () => {
      this.#callOff.get(noteId)?.()
      this.#callOff.delete(noteId)
      this.#tell()
    }
  }

  /** Calls everything off. */
  stop(): void {
    for (const callOff of this.#callOff.values()) callOff()
    this.#callOff.clear()
  }

  #tell(): void {
    this.#onChange(new Set(this.#callOff.keys()))
  }
}
