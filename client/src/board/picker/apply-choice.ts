import type { Editor, TLShapeId } from 'tldraw'
import { connect } from '../connectors/connect.ts'
import { firstText } from './first-text.ts'
import { readPickerLine, signOf, type PickerItem } from './picker-items.ts'
import type { PickerRequest } from './picker-request.ts'
import { placePiece } from './place-piece.ts'
import { turnInto } from './turn-into.ts'

/** What somebody has chosen in the picker. */
export interface Choice {
  readonly item: PickerItem
  /** The line that was typed. */
  readonly text: string
  /** Whether the next piece is to be connected from the same source again. */
  readonly stay: boolean
}

/** Does what was chosen: goes there, connects, places, or turns boxes into it. */
export function applyChoice(editor: Editor, request: PickerRequest, { item, text, stay }: Choice): void {
  const said = readPickerLine(signOf(text).rest)
  if (item.does === 'go') {
    editor.setSelectedShapes([item.to.id as TLShapeId])
    editor.zoomToSelectionIfOffscreen(64, { animation: { duration: 200 } })
    return
  }
  if (item.does === 'connect' && request.mode === 'place' && request.fromId !== null) {
    const toId = item.to.id as TLShapeId
    editor.markHistoryStoppingPoint('connect')
    connect(editor, request.fromId, toId, { label: said.connection })
    editor.setSelectedShapes([stay ? request.fromId : toId])
    return
  }
  if (item.does !== 'place') return
  if (request.mode === 'place') {
    const { at, fromId, arrowId } = request
    placePiece(editor, item.piece, { said, at, fromId, arrowId, goOnFrom: stay ? 'source' : 'new' })
  } else if (item.piece.type === 'component') {
    const { kind, technology } = item.piece
    const replaced = text === firstText(editor, request) ? { ...said, label: '' } : said
    turnInto(editor, request.shapeIds, { kind, technology, said: replaced })
  }
}
