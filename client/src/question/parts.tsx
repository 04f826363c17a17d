import type { ReactNode } from 'react'
import { InlineMarkdown } from '../ui/markdown.tsx'
import styles from './section.module.css'

/** A part with a small heading of its own. */
export function Named({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <p className={styles.strong}>{title}</p>
      {children}
    </div>
  )
}

/** One line each. */
export function Lines({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>
          <InlineMarkdown text={item} />
        </li>
      ))}
    </ul>
  )
}
