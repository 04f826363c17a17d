/** The store's tables were changed by a later version of Drawbar; this one would not understand them. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew'

  constructor(unknown: { readonly migrations: readonly string[]; readonly cause: unknown }) {
    const names = unknown.migrations.join(', ')
    super(
      `The store has been opened by a newer version of Drawbar (${names}). Start that version, or restore a backup from before it.`,
      { cause: unknown.cause },
    )
  }
}
