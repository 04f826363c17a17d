import { MAX_CELL_LENGTH } from '@drawbar/shared/board/shapes/rows.ts'
import type { CardChoice } from '@drawbar/shared/cards/card-kind.ts'
import type { CellKey } from '../rows/cell-key.ts'
import type { LaidText } from './card-layout.ts'
import styles from './card.module.css'

export interface CardFieldProps {
  readonly cell: CellKey
  /** Said by screen readers. */
  readonly label: string
  readonly text: string
  readonly placeholder: string
  readonly laid: LaidText
  /** Height of the row's inside, page px: every field of a row fills it. */
  readonly h: number
  readonly max?: number
  readonly choices?: readonly CardChoice[] | undefined
  readonly onWrite: (text: string) => void
}

const PAD_X = 5

/** One cell to write into, its text exactly where it is shown without the field. */
export function CardField({
  cell,
  label,
  text,
  placeholder,
  laid,
  h,
  max,
  choices,
  onWrite,
}: CardFieldProps) {
  const { x, y, w, face, size, line } = laid
  const style = {
    insetInlineStart: x - PAD_X,
    insetBlockStart: y - 3,
    inlineSize: w + 2 * PAD_X,
    blockSize: h + 6,
    paddingBlock: 3,
    fontSize: size,
    lineHeight: `${line}px`,
  }
  if (choices) {
    return (
      <select
        className={`${styles.field} ${styles.choice}`}
        style={{ ...style, blockSize: line + 6 }}
        data-cell={cell}
        data-face={face}
        data-empty={text === '' ? '' : undefined}
        aria-label={label}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
      >
        {offered(choices, text).map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    )
  }
  return (
    <textarea
      className={styles.field}
      style={style}
      data-cell={cell}
      data-face={face}
      aria-label={label}
      placeholder={placeholder}
      // One more than fits, so that the person can be told.
      maxLength={(max ?? MAX_CELL_LENGTH) + (max === undefined ? 1 : 0)}
      rows={1}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={face !== 'code'}
      value={text}
      onChange={(event) => onWrite(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
    />
  )
}

/** The choices, and what a newer version wrote beside them; a row that has none yet shows that. */
function offered(choices: readonly CardChoice[], text: string): readonly CardChoice[] {
  if (choices.some(({ value }) => value === text)) return choices
  return [{ value: text, title: text === '' ? '–' : text }, ...choices]
}
