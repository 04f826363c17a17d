import { orderedRows, type Row } from '@drawbar/shared/board/shapes/rows.ts'
import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useIsDarkMode, useIsEditing, useValue } from 'tldraw'
import { loadMath, mathState } from '../../worksheet/load-math.ts'
import { cardColors } from '../card/card-colors.ts'
import { resultText, type ResultText } from './result-text.ts'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { rowTop, SHEET, type SheetLayout, type Span } from './worksheet-layout.ts'
import styles from './worksheet.module.css'

export interface WorksheetBodyProps {
  readonly shape: WorksheetShape
  readonly layout: SheetLayout
}

/** A worksheet on the canvas. Everybody's page works out the results from the same rows. */
export function WorksheetBody({ shape, layout }: WorksheetBodyProps) {
  const isEditing = useIsEditing(shape.id)
  const colors = cardColors(shape.props.color, useIsDarkMode())
  const math = useValue('worksheet math', () => mathState.get(), [])
  useEffect(() => void loadMath(), [])
  const { title, rows } = shape.props
  const ordered = orderedRows(rows)
  const variables: Record<`--${string}`, string> = {
    '--sheet-paper': colors.paper,
    '--sheet-header': colors.header,
    '--sheet-border': colors.border,
    '--sheet-rule': colors.rule,
    '--sheet-ink': colors.ink,
    '--sheet-quiet': colors.quiet,
  }
  return (
    <div className={styles.sheet} style={variables}>
      <div className={styles.header} style={{ blockSize: SHEET.header }} />
      {!isEditing && <div className={styles.title}>{title === '' ? 'Worksheet' : title}</div>}
      <ColumnTitle span={layout.name} text="Name" />
      <ColumnTitle span={layout.expression} text="Calculation" />
      <ColumnTitle span={layout.result} text="Result" />
      {ordered.map((row, at) => (
        <div
          key={row.id}
          className={styles.row}
          style={{ insetBlockStart: rowTop(at), blockSize: SHEET.row }}
        >
          {isEditing ? null : <RowTexts row={row} layout={layout} />}
          <Result span={layout.result} result={resultText(math, rows, row.id)} />
        </div>
      ))}
      {ordered.length === 0 && !isEditing ? (
        <div className={styles.hint} style={{ insetBlockStart: rowTop(0) + 12 }}>
          No rows yet. Double-click, or press Enter, to write.
        </div>
      ) : null}
      {isEditing ? <WorksheetEditor shape={shape} layout={layout} math={math} /> : null}
    </div>
  )
}

function ColumnTitle({ span: { x, w }, text }: { readonly span: Span; readonly text: string }) {
  return (
    <div
      className={styles.columnTitle}
      style={{ insetBlockStart: SHEET.header, insetInlineStart: x, inlineSize: w }}
    >
      {text}
    </div>
  )
}

function RowTexts({ row: { cells }, layout }: { readonly row: Row; readonly layout: SheetLayout }) {
  const { name, expression, result } = layout
  return (
    <>
      <div className={styles.name} style={{ insetInlineStart: name.x, inlineSize: name.w }}>
        {cells.name}
      </div>
      <div className={styles.expression} style={{ insetInlineStart: expression.x, inlineSize: expression.w }}>
        {cells.expression}
      </div>
      <div
        className={styles.note}
        style={{ insetInlineStart: name.x, inlineSize: result.x - SHEET.gap - name.x }}
      >
        {cells.note}
      </div>
    </>
  )
}

function Result({ span: { x, w }, result }: { readonly span: Span; readonly result: ResultText }) {
  const { state, text, exact } = result
  const place = { insetInlineStart: x, inlineSize: w }
  if (state === 'error') {
    return (
      <div className={styles.error} style={place} title={text}>
        <TriangleAlert size={13} aria-label="Mistake" /> <span>{text}</span>
      </div>
    )
  }
  return (
    <div className={styles.result} style={place} data-state={state}>
      <div className={styles.value}>{text}</div>
      {exact === null ? null : <div className={styles.exact}>{exact}</div>}
    </div>
  )
}
