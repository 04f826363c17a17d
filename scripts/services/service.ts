/** A throw-away server for tests; disposing it stops it and removes its files. */
export interface Service extends AsyncDisposable {
  url: string
}
