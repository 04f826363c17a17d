import { Spinner } from '../ui/spinner.tsx'
import styles from './opening.module.css'

/** While a page is on its way. */
export function Opening({ text }: { readonly text: string }) {
  return (
    <output className={styles.opening}>
      <Spinner /> {text}
    </output>
  )
}
