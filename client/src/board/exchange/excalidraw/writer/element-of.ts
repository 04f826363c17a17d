import { placeInside } from '@drawbar/shared/board/page-transform.ts'
import type { FileElement } from '../scene-file.ts'
import type { PlacedShape } from './place-shapes.ts'
import { unturned } from './scene-geometry.ts'
import type { ScenePart } from './scene-part.ts'

const TURN = Math.PI * 2

/**
 * A part in its place, as an element with every field that Excalidraw writes. What is bound to it is not known yet.
 *
 * @param now epoch ms
 */
export function elementOf(placed: PlacedShape, part: ScenePart, now: number): FileElement {
  const { shape, id, groupIds, frameId, zone } = placed
  const { at = { x: 0, y: 0 }, look = {}, size } = part
  const { w, h, from = { x: 0, y: 0 } } = size
  const {
    stroke = 'transparent',
    ground = 'transparent',
    fillStyle = 'solid',
    dash = 'draw',
    width = 2,
  } = look
  const placement = placeInside(placed.placement, { ...at, rotation: 0 })
  const corner = unturned(placement, { x: from.x + w / 2, y: from.y + h / 2 })
  const seed = seedOf(id)
  const drawbar = { ...part.carried, ...(zone === null ? {} : { zone }) }
  return {
    id,
    type: part.type,
    x: corner.x,
    y: corner.y,
    width: w,
    height: h,
    angle: ((placement.rotation % TURN) + TURN) % TURN,
    strokeColor: stroke,
    backgroundColor: ground,
    fillStyle,
    strokeWidth: width,
    strokeStyle: dash === 'dashed' || dash === 'dotted' ? dash : 'solid',
    roughness: dash === 'draw' ? 1 : 0,
    opacity: Math.round(shape.opacity * 100),
    groupIds,
    frameId,
    index: null,
    roundness: null,
    seed,
    version: 1,
    versionNonce: seed,
    isDeleted: false,
    boundElements: [],
    updated: now,
    link: null,
    locked: shape.isLocked,
    ...part.fields,
    ...(Object.keys(drawbar).length === 0 ? {} : { customData: { drawbar } }),
  }
}

/** The same drawing looks the same every time. */
function seedOf(id: string): number {
  let hash = 7
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647
  return hash
}
