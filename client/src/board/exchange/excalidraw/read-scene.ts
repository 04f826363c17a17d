import { MAX_FILE_LENGTH, refused, type Refusal } from '../imported-drawing.ts'
import { elementSchema, sceneSchema, type SceneElement } from './scene.ts'

export interface Scene {
  readonly elements: readonly SceneElement[]
  /** Data URLs by file id. */
  readonly files: ReadonlyMap<string, string>
  /** How many elements could not be read. */
  readonly damaged: number
}

export type ReadScene = { readonly ok: true; readonly scene: Scene } | Refusal

/** Reads an `.excalidraw` file or what Excalidraw has put on the clipboard. Deleted elements are gone. */
export function readScene(text: string): ReadScene {
  if (text.length > MAX_FILE_LENGTH) {
    return refused('The Excalidraw drawing is too large.', 'Copy a part of it and paste that.')
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refused('The Excalidraw drawing is damaged.', 'Save it again in Excalidraw and open the new file.')
  }
  return checkScene(json)
}

/** The same for what is parsed already. */
export function checkScene(json: unknown): ReadScene {
  const parsed = sceneSchema.safeParse(json)
  if (!parsed.success) {
    const isTooLong = parsed.error.issues.some(
      ({ code, path }) => code === 'too_big' && path[0] === 'elements',
    )
    return isTooLong
      ? refused('The Excalidraw drawing has too many parts.', 'Copy a part of it and paste that.')
      : refused('That is no Excalidraw drawing.', 'Save it again in Excalidraw and open the new file.')
  }
  const elements: SceneElement[] = []
  const seen = new Set<string>()
  let damaged = 0
  for (const value of parsed.data.elements) {
    if (isDeleted(value)) continue
    const element = elementSchema.safeParse(value)
    if (!element.success || seen.has(element.data.id)) damaged += 1
    else {
      seen.add(element.data.id)
      elements.push(element.data)
    }
  }
  const files = new Map(
    Object.entries(parsed.data.files ?? {}).flatMap(([id, { dataURL }]) =>
      dataURL === undefined ? [] : [[id, dataURL] as const],
    ),
  )
  return { ok: true, scene: { elements, files, damaged } }
}

function isDeleted(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isDeleted' in value && value.isDeleted === true
}
