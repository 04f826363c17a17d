import type { ReactElement } from 'react'
import {
  ArrowShapeUtil,
  type Editor,
  type SvgExportContext,
  type TLArrowShape,
  type TLFontFace,
} from 'tldraw'
import { BADGE_FONTS, pinnedSvg } from './pinned-svg.tsx'

// tldraw waits for any shape's picture; only the type of its own arrow has no room for that.
type ArrowConstructor = Pick<typeof ArrowShapeUtil, 'type' | 'props' | 'migrations'> &
  (new (editor: Editor) => Omit<ArrowShapeUtil, 'getFontFaces' | 'toSvg'> & {
    getFontFaces(shape: TLArrowShape): TLFontFace[]
    toSvg(shape: TLArrowShape, context: SvgExportContext): ReactElement | Promise<ReactElement>
  })
const Arrow: ArrowConstructor = ArrowShapeUtil

/** tldraw's arrow, whose pictures show the result that is pinned to it. */
export class PinnedArrowUtil extends Arrow {
  override getFontFaces(shape: TLArrowShape) {
    const fonts = super.getFontFaces(shape)
    return shape.meta.pin === undefined ? fonts : [...fonts, ...BADGE_FONTS]
  }

  override async toSvg(shape: TLArrowShape, context: SvgExportContext) {
    return (
      <>
        {await super.toSvg(shape, context)}
        {await pinnedSvg(this.editor, shape, context.isDarkMode)}
      </>
    )
  }
}
