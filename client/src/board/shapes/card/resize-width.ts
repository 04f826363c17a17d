import { Vec, type TLResizeInfo } from 'tldraw'
import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { shownKind } from '@drawbar/shared/cards/plain-kind.ts'
import { layOutCard, leastWidth } from './card-layout.ts'

/**
 * A card resized in its width; its height follows from its rows. Whichever handle is dragged, the other side and the
 * upper edge stay where they are.
 */
export function resizeWidth(
  shape: CardShape,
  { initialShape, handle, scaleX }: Pick<TLResizeInfo<CardShape>, 'initialShape' | 'handle' | 'scaleX'>,
): Pick<CardShape, 'x' | 'y'> & { readonly props: Pick<CardShape['props'], 'w' | 'h'> } {
  const { kind, rows, w: before } = initialShape.props
  const w = Math.max(leastWidth(shownKind(kind, rows)), before * Math.max(0, scaleX))
  const fromLeft = handle === 'left' || handle === 'top_left' || handle === 'bottom_left'
  const moved = new Vec(fromLeft ? before - w : 0, 0).rot(shape.rotation)
  return {
    x: initialShape.x + moved.x,
    y: initialShape.y + moved.y,
    props: { w, h: layOutCard({ ...initialShape.props, w }).h },
  }
}
