import { ROLE_SIGHT } from '@drawbar/shared/people/role-sight.ts'
import type { Role } from '@drawbar/shared/people/role.ts'
import { Check, Minus } from 'lucide-react'
import styles from '../page/card-page.module.css'

/** What a role can do here and what it cannot. */
export function RoleSight({ role }: { readonly role: Role }) {
  const { can, cannot } = ROLE_SIGHT[role]
  return (
    <ul className={styles.seen} aria-label="What you can do and see">
      {can.map((text) => (
        <li key={text} className={styles.seenRow}>
          <Check className={styles.yes} size={16} aria-hidden />
          {`You can ${text}.`}
        </li>
      ))}
      {cannot.map((text) => (
        <li key={text} className={styles.seenRow}>
          <Minus className={styles.no} size={16} aria-hidden />
          {`You cannot ${text}.`}
        </li>
      ))}
    </ul>
  )
}
