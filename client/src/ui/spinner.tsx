import { LoaderCircle } from 'lucide-react'
import styles from './spinner.module.css'

/** Something is under way. Say what, beside it. */
export function Spinner({ size = 16 }: { readonly size?: number }) {
  return <LoaderCircle className={styles.spinner} size={size} aria-hidden />
}
