import { Link, useRoute } from 'wouter'
import { Logo } from '../ui/logo.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import styles from './page-head.module.css'

/** Where the top of a page leads. */
export interface PagePlaces {
  readonly home: string
  readonly questions: string
  readonly guide: string
}

/** The top of a page that is not a room. */
export function PageHead({ places }: { readonly places: PagePlaces }) {
  return (
    <header className={styles.head}>
      <Link href={places.home} className={styles.brand}>
        <Logo />
        Drawbar
      </Link>
      <nav className={styles.nav} aria-label="Pages">
        <Place href={places.questions} name="Questions" />
        <Place href={places.guide} name="Guide" />
      </nav>
      <ThemeSwitch />
    </header>
  )
}

function Place({ href, name }: { readonly href: string; readonly name: string }) {
  const [here] = useRoute(href)
  return (
    <Link href={href} className={styles.place} aria-current={here ? 'page' : undefined}>
      {name}
    </Link>
  )
}
