import { Link } from 'wouter'
import { Logo } from '../ui/logo.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import styles from './page-head.module.css'

/** The top of a page that is not a room. */
export function PageHead({ homeHref }: { readonly homeHref: string }) {
  return (
    <header className={styles.head}>
      <Link href={homeHref} className={styles.brand}>
        <Logo />
        Drawbar
      </Link>
      <ThemeSwitch />
    </header>
  )
}
