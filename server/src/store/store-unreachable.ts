/** The store's database does not answer, or does not let us in. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable'

  constructor(problem: { readonly address: string; readonly cause: unknown }) {
    const reason = problem.cause instanceof Error ? problem.cause.message : String(problem.cause)
    super(`The database at ${problem.address} cannot be used: ${reason}`, { cause: problem.cause })
  }
}
