import type { BoardFigure } from '@drawbar/shared/question/compare-figures.ts'
import { orderedRows } from '@drawbar/shared/board/shapes/rows.ts'
import { WORKSHEET, type WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import type { TLShape } from 'tldraw'
import { sheetResults } from './sheet-results.ts'
import type { WorksheetMath } from './worksheet-math.ts'

/** Every result on the board that has a name, for the interviewer's private comparison. */
export function figuresOf(shapes: readonly TLShape[], math: WorksheetMath): readonly BoardFigure[] {
  return shapes.filter(isWorksheet).flatMap(({ id: worksheetId, props: { rows } }) => {
    const results = sheetResults(rows, math)
    return orderedRows(rows).flatMap(({ id: rowId, cells }): readonly BoardFigure[] => {
      const result = results.get(rowId)
      const name = cells.name?.trim() ?? ''
      if (result?.state !== 'value' || name === '') return []
      const { value, unit, shown } = result
      return [{ worksheetId, rowId, name, value, unit, shown }]
    })
  })
}

export function isWorksheet(shape: TLShape): shape is WorksheetShape {
  return shape.type === WORKSHEET
}
