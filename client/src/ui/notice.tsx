import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './notice.module.css'

export interface NoticeProps {
  readonly tone?: 'neutral' | 'partly' | 'bad'
  /** What happened. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

const ICONS = { neutral: Info, partly: TriangleAlert, bad: CircleAlert } as const

/** Something to know, in place. Failures are said aloud at once. */
export function Notice({ tone = 'neutral', title, children, actions }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div
      className={classNames(styles.notice, tone !== 'neutral' && styles[tone])}
      role={tone === 'neutral' ? 'note' : 'alert'}
    >
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children ? <div className={styles.text}>{children}</div> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  )
}
