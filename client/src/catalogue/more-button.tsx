import { Button } from '../ui/button.tsx'
import styles from './catalogue-states.module.css'
import type { Portion } from './use-portion.ts'

/** Shows the next part of a long list. */
export function MoreButton({ rest, more }: Pick<Portion<unknown>, 'rest' | 'more'>) {
  if (rest === 0) return null
  return (
    <div className={styles.more}>
      <Button onClick={more}>Show more ({rest} left)</Button>
    </div>
  )
}
