import type { CSSProperties } from 'react'
import { initials } from './initials.ts'
import styles from './person-avatar.module.css'

/** A person's initials on their colour. Decorative: say the name beside it. */
export function PersonAvatar({ name, color }: { readonly name: string; readonly color: string }) {
  const person: CSSProperties & Record<'--person', string> = { '--person': color }
  return <span className={styles.avatar} style={person} data-initials={initials(name)} aria-hidden />
}
