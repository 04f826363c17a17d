import { ROLE_SIGHT } from '@drawbar/shared/people/role-sight.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import { Check, Minus } from 'lucide-react'
import styles from './card-page.module.css'

/** What a role sees here and what it does not. */
export function RoleSight({ role }: { readonly role: Role }) {
  const { sees, not } = ROLE_SIGHT[role]
  return (
    <ul className={styles.seen} aria-label="What you can see and do">
      {sees.map((text) => (
        <li key={text} className={styles.seenRow}>
          <Check className={styles.yes} size={16} aria-hidden />
          {text}
        </li>
      ))}
      {not.map((text) => (
        <li key={text} className={styles.seenRow}>
          <Minus className={styles.no} size={16} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  )
}
