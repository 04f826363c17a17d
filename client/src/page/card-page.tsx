import type { ReactNode } from 'react'
import { usePageTitle } from '../ui/use-page-title.ts'
import styles from './card-page.module.css'
import { PageHead, type PagePlaces } from './page-head.tsx'

export interface CardPageProps {
  readonly places: PagePlaces
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A page that says or asks one thing. */
export function CardPage({ places, title, text, actions, children }: CardPageProps) {
  usePageTitle(title)
  return (
    <div className={styles.page}>
      <PageHead places={places} />
      <main className={styles.main}>
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {text ? <div className={styles.text}>{text}</div> : null}
          {children}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
      </main>
    </div>
  )
}
