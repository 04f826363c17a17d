import { pinOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { TLShape } from 'tldraw'

/** Takes the pins off whose worksheet `isThere` does not know: their badges would only say that it is deleted. */
export function withoutLostPins(
  shapes: readonly TLShape[],
  isThere: (worksheetId: string) => boolean,
): { readonly shapes: readonly TLShape[]; readonly lost: number } {
  let lost = 0
  const kept = shapes.map((shape) => {
    const pinned = pinOf(shape.meta)
    if (!pinned || isThere(pinned.worksheetId)) return shape
    lost += 1
    const { pin: _pin, ...meta } = shape.meta
    return { ...shape, meta }
  })
  return { shapes: kept, lost }
}

/** What is said of them, for a list of what was not carried. */
export const LOST_PINS = [
  'pinned result: its worksheet is not here',
  'pinned results: their worksheets are not here',
] as const
