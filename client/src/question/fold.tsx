import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './section.module.css'

export interface FoldProps {
  readonly title: string
  readonly startsOpen?: boolean
  readonly children: ReactNode
}

/** A titled part that opens and closes. */
export function Fold({ title, startsOpen = false, children }: FoldProps) {
  return (
    <details className={styles.fold} open={startsOpen}>
      <summary className={styles.summary}>
        <ChevronRight size={14} aria-hidden />
        {title}
      </summary>
      <div className={styles.foldBody}>{children}</div>
    </details>
  )
}
