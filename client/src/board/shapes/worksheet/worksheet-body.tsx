import type { WorksheetShape } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useIsDarkMode, useIsEditing, useValue } from 'tldraw'
import { loadMath, mathState } from '../../worksheet/load-math.ts'
import { cardColors } from '../card/card-colors.ts'
import { resultText, type ResultText } from './result-text.ts'
import { WorksheetEditor } from './worksheet-editor.tsx'
import { noteTop, SHEET, type LaidSheetRow, type SheetLayout, type Span } from './worksheet-layout.ts'
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
      {layout.rows.map((laid) => (
        <div key={laid.row.id} className={styles.row} style={{ insetBlockStart: laid.y, blockSize: laid.h }}>
          {isEditing ? null : <RowTexts laid={laid} layout={layout} />}
          <Result span={layout.result} lines={laid.lines + 1} result={resultText(math, rows, laid.row.id)} />
        </div>
      ))}
      {layout.rows.length === 0 && !isEditing ? (
        <div className={styles.hint} style={{ insetBlockStart: SHEET.header + SHEET.columnTitles + 12 }}>
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

function RowTexts({ laid, layout }: { readonly laid: LaidSheetRow; readonly layout: SheetLayout }) {
  const { name, expression, result } = layout
  return (
    <>
      <div className={styles.name} style={{ insetInlineStart: name.x, inlineSize: name.w }}>
        {laid.name.join('\n')}
      </div>
      <div className={styles.expression} style={{ insetInlineStart: expression.x, inlineSize: expression.w }}>
        {laid.expression.join('\n')}
      </div>
      <div
        className={styles.note}
        style={{
          insetBlockStart: noteTop(laid),
          insetInlineStart: name.x,
          inlineSize: result.x - SHEET.gap - name.x,
        }}
      >
        {laid.row.cells.note}
      </div>
    </>
  )
}

interface ResultProps {
  readonly span: Span
  /** Room for this many lines of an explanation. */
  readonly lines: number
  readonly result: ResultText
}

function Result({ span: { x, w }, lines, result }: ResultProps) {
  const { state, text, exact } = result
  const place = { insetInlineStart: x, inlineSize: w }
  if (state === 'error') {
    return (
      <div className={styles.error} style={place} title={text}>
        <TriangleAlert size={13} aria-label="Mistake" />{' '}
        <span style={{ WebkitLineClamp: lines }}>{text}</span>
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
