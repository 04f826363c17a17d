/** Another process writes to the same place, and only one may. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse'
  readonly path: string

  constructor(use: { readonly path: string; readonly holder: string; readonly advice: string }) {
    super(`${use.path} is in use by ${use.holder}. ${use.advice}`)
    this.path = use.path
  }
}
