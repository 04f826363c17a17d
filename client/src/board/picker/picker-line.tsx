import type { TextRange } from './match-text.ts'
import { PieceIcon } from './piece-icon.tsx'
import styles from './picker.module.css'
import type { PickerItem } from './picker-items.ts'

/** What one line of the picker shows. */
export function PickerLine({ item }: { readonly item: PickerItem }) {
  if (item.does !== 'place') {
    return (
      <>
        <span className={styles.to}>{item.does === 'go' ? 'Go to' : 'Connect to'}</span>
        <span className={styles.name}>{item.to.name}</span>
        <span className={styles.detail}>{item.to.detail}</span>
      </>
    )
  }
  return (
    <>
      <PieceIcon piece={item.piece} />
      <span className={styles.name}>{marked(item.title, item.ranges)}</span>
      <span className={styles.detail}>{item.detail}</span>
    </>
  )
}

function marked(text: string, ranges: readonly TextRange[]) {
  const parts = []
  let end = 0
  for (const { start: from, end: to } of ranges) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>)
    end = to
  }
  return [...parts, text.slice(end)]
}
