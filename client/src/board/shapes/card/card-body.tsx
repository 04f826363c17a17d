import type { CardShape } from '@drawbar/shared/board/shapes/card-shape.ts'
import type { CSSProperties } from 'react'
import { useIsDarkMode, useIsEditing } from 'tldraw'
import { cardColors } from './card-colors.ts'
import { CardEditor } from './card-editor.tsx'
import type { Box, CardLayout, LaidText } from './card-layout.ts'
import styles from './card.module.css'

export interface CardBodyProps {
  readonly shape: CardShape
  readonly layout: CardLayout
}

/** A card on the canvas, to look at or to write into. Everything stands where the layout puts it. */
export function CardBody({ shape, layout }: CardBodyProps) {
  const isEditing = useIsEditing(shape.id)
  const colors = cardColors(shape.props.color, useIsDarkMode())
  const { header, columnTitles, parts, bullets } = layout
  const variables: Record<`--${string}`, string> = {
    '--card-paper': colors.paper,
    '--card-header': colors.header,
    '--card-border': colors.border,
    '--card-rule': colors.rule,
    '--card-ink': colors.ink,
    '--card-quiet': colors.quiet,
  }
  return (
    <div className={styles.card} style={variables}>
      <div className={styles.header} style={{ blockSize: header.h }} />
      {layout.kindLabel && <Lines text={layout.kindLabel} quiet />}
      {columnTitles.map((text) => (
        <Lines key={text.x} text={text} quiet />
      ))}
      {parts.map(({ section, heading, rows }) => (
        <div key={section}>
          {heading && <Lines text={heading} quiet />}
          {rows.map(({ shown, y, title }) => (
            <div key={shown.row.id}>
              {heading === null && <div className={styles.rule} style={{ insetBlockStart: y }} />}
              {bullets && <div className={styles.bullet} style={{ insetBlockStart: y + 13 }} />}
              {title && <Lines text={title} quiet />}
            </div>
          ))}
        </div>
      ))}
      {isEditing ? (
        <CardEditor shape={shape} layout={layout} />
      ) : (
        <>
          <Lines text={layout.title} />
          {parts.flatMap(({ rows }) =>
            rows.flatMap(({ shown, cells }) =>
              cells.map((cell) => <Lines key={`${shown.row.id}:${cell.column.name}`} text={cell} />),
            ),
          )}
        </>
      )}
    </div>
  )
}

function Lines({ text, quiet = false }: { readonly text: LaidText; readonly quiet?: boolean }) {
  const { lines, face, size, line } = text
  return (
    <div
      className={quiet ? `${styles.lines} ${styles.quiet}` : styles.lines}
      data-face={face}
      style={{ ...placed(text), fontSize: size, lineHeight: `${line}px` }}
    >
      {lines.join('\n')}
    </div>
  )
}

function placed({ x, y, w, h }: Box): CSSProperties {
  return { insetInlineStart: x, insetBlockStart: y, inlineSize: w, blockSize: h }
}
