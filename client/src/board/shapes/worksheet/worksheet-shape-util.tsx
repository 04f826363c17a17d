import { orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import {
  WORKSHEET,
  worksheetDefaults,
  worksheetProps,
  type WorksheetShape,
} from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { addRows } from '@drawbar/shared/cards/edit-rows.ts'
import {
  DefaultFontFaces,
  HTMLContainer,
  Rectangle2d,
  ShapeUtil,
  toDomPrecision,
  uniqueId,
  Vec,
  type SvgExportContext,
  type TLFontFace,
  type TLResizeInfo,
} from 'tldraw'
import { loadMath, mathState } from '../../worksheet/load-math.ts'
import { cardColors } from '../card/card-colors.ts'
import { resultText } from './result-text.ts'
import { WorksheetBody } from './worksheet-body.tsx'
import { layOutWorksheet, SHEET, sheetLayoutOf } from './worksheet-layout.ts'
import { WorksheetSvg } from './worksheet-svg.tsx'

const FONTS: TLFontFace[] = [
  DefaultFontFaces.tldraw_sans.normal.normal,
  DefaultFontFaces.tldraw_sans.normal.bold,
  DefaultFontFaces.tldraw_mono.normal.normal,
]

/** An estimate on the board. Its height is what its rows need, whatever a peer has left in `h`. */
export class WorksheetShapeUtil extends ShapeUtil<WorksheetShape> {
  static override type = WORKSHEET
  static override props = worksheetProps

  override getDefaultProps(): WorksheetShape['props'] {
    const rows = addRows({}, [{ id: uniqueId(8), cells: {} }], null)
    const { w, h } = layOutWorksheet({ w: SHEET.width, rows })
    return { ...worksheetDefaults, w, h, rows }
  }

  override canEdit(): boolean {
    return true
  }

  override getGeometry(shape: WorksheetShape): Rectangle2d {
    const { w, h } = sheetLayoutOf(shape)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override getText({ props: { title, rows } }: WorksheetShape): string {
    const lines = orderedRows(rows).map(({ id, cells }) => {
      const { text } = resultText(mathState.get(), rows, id)
      return [cells.name, cells.expression, text].filter(Boolean).join(' = ')
    })
    return [title === '' ? 'Worksheet' : title, ...lines].join('\n')
  }

  override getAriaDescriptor(shape: WorksheetShape): string {
    return this.getText(shape).replaceAll('\n', '; ')
  }

  override getFontFaces(): TLFontFace[] {
    return FONTS
  }

  override component(shape: WorksheetShape) {
    const layout = sheetLayoutOf(shape)
    return (
      <HTMLContainer style={{ width: layout.w, height: layout.h }}>
        <WorksheetBody shape={shape} layout={layout} />
      </HTMLContainer>
    )
  }

  override indicator(shape: WorksheetShape) {
    const { w, h } = sheetLayoutOf(shape)
    return <rect width={toDomPrecision(w)} height={toDomPrecision(h)} rx={6} />
  }

  override async toSvg({ props }: WorksheetShape, { isDarkMode }: SvgExportContext) {
    await loadMath()
    return <WorksheetSvg props={props} colors={cardColors(props.color, isDarkMode)} math={mathState.get()} />
  }

  /** Its height follows from its rows; whichever handle is dragged, the other side and the upper edge stay. */
  override onResize({ rotation }: WorksheetShape, info: TLResizeInfo<WorksheetShape>) {
    const { initialShape, handle, scaleX } = info
    const { w: before, rows } = initialShape.props
    const w = Math.max(SHEET.least, before * Math.max(0, scaleX))
    const isFromLeft = handle === 'left' || handle === 'top_left' || handle === 'bottom_left'
    const moved = new Vec(isFromLeft ? before - w : 0, 0).rot(rotation)
    return {
      x: initialShape.x + moved.x,
      y: initialShape.y + moved.y,
      props: { w, h: layOutWorksheet({ w, rows }).h },
    }
  }
}
