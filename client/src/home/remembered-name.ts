const KEY = 'drawbar.name'

/** The name last used in this browser; empty before. `storage` is localStorage. */
export function rememberedName(storage: Storage): string {
  return storage.getItem(KEY) ?? ''
}

export function rememberName(storage: Storage, name: string): void {
  storage.setItem(KEY, name)
}
