import { Fragment } from 'react'
import styles from './kbd.module.css'

/** Keys as printed on a keyboard: `Alt+N` is two of them, pressed together. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span>
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? ' ' : null}
          <kbd className={styles.kbd}>{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
