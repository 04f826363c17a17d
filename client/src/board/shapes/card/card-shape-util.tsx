import { CARD, cardProps, type CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import { shownKind } from '@drawbar/shared/cards/plain-kind.ts'
import { cardText } from '@drawbar/shared/cards/card-text.ts'
import {
  DefaultFontFaces,
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  WeakCache,
  toDomPrecision,
  type SvgExportContext,
  type TLFontFace,
  type TLResizeInfo,
} from 'tldraw'
import { putDownOnArrow } from './card-on-arrow.ts'
import { CardBody } from './card-body.tsx'
import { cardColors } from './card-colors.ts'
import { layOutCard, type CardLayout } from './card-layout.ts'
import { CardSvg } from './card-svg.tsx'
import { newCardProps, newRowId } from './new-card-shape.ts'
import { resizeWidth } from './resize-width.ts'

const FONTS: TLFontFace[] = [
  DefaultFontFaces.tldraw_sans.normal.normal,
  DefaultFontFaces.tldraw_sans.normal.bold,
  DefaultFontFaces.tldraw_mono.normal.normal,
]

const layouts = new WeakCache<CardShape['props'], CardLayout>()

function layoutOf({ props }: CardShape): CardLayout {
  return layouts.get(props, layOutCard)
}

/** A table of text on the board. Its size is what its rows need, whatever a peer has left in `h`. */
export class CardShapeUtil extends ShapeUtil<CardShape> {
  static override type = CARD
  static override props = cardProps

  override getDefaultProps(): CardShape['props'] {
    return newCardProps(shownKind('requirements', {}), newRowId)
  }

  override canEdit(): boolean {
    return true
  }

  override canBind(): boolean {
    return true
  }

  override getGeometry(shape: CardShape): Rectangle2d {
    const { w, h } = layoutOf(shape)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override getText({ props: { kind, title, rows } }: CardShape): string {
    return cardText(kind, title, rows)
  }

  override getAriaDescriptor(shape: CardShape): string {
    return this.getText(shape).replaceAll('\n', '; ')
  }

  override getFontFaces(): TLFontFace[] {
    return FONTS
  }

  override component(shape: CardShape) {
    const { w, h } = layoutOf(shape)
    return (
      <HTMLContainer style={{ width: w, height: h }}>
        <CardBody shape={shape} layout={layoutOf(shape)} />
      </HTMLContainer>
    )
  }

  override indicator(shape: CardShape) {
    const { w, h } = layoutOf(shape)
    return <rect width={toDomPrecision(w)} height={toDomPrecision(h)} rx={6} />
  }

  override toSvg(shape: CardShape, { isDarkMode }: SvgExportContext) {
    return <CardSvg layout={layoutOf(shape)} colors={cardColors(shape.props.color, isDarkMode)} />
  }

  override onResize(shape: CardShape, info: TLResizeInfo<CardShape>) {
    return resizeWidth(shape, info)
  }

  /** Laid on an arrow, it goes where the arrow goes; carried off, it stays where it is put. */
  override onTranslateEnd(_initial: CardShape, shape: CardShape) {
    return putDownOnArrow(this.editor, shape)
  }
}
