/** What we read of a chunk in Vite's `manifest.json`; keys of the manifest name chunks. */
export interface ManifestChunk {
  /** The built file, relative to the folder of the build. */
  file: string
  isEntry?: boolean
  /** Chunks the browser loads together with this one. */
  imports?: readonly string[]
}

export type Manifest = Readonly<Record<string, ManifestChunk>>

/** Every chunk that the given ones cannot do without, and they themselves; each once. */
export function staticChunks(manifest: Manifest, roots: readonly string[]): string[] {
  const seen = new Set<string>()
  const waiting = [...roots]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    const chunk = manifest[key]
    if (chunk === undefined) throw new Error(`the manifest names ${key} but does not describe it`)
    seen.add(key)
    waiting.push(...(chunk.imports ?? []))
  }
  return [...seen]
}
