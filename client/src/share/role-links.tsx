import { ROLE_SIGHT } from '@drawbar/shared/people/role-sight.ts'
import { ROLE_NAMES, type Role } from '@drawbar/shared/people/role.ts'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { ShownLink } from './known-links.ts'
import { LinkRow } from './link-row.tsx'
import styles from './share-sheet.module.css'

export interface RoleLinksProps {
  readonly role: Role
  readonly links: readonly ShownLink[]
  readonly onMake: (role: Role) => Promise<void>
  readonly onRevoke: (linkId: string) => Promise<boolean>
}

const NAMES: Record<Role, string> = { ...ROLE_NAMES, interviewer: 'Second interviewer' }

/** The links of one role, what it sees, and making another. */
export function RoleLinks({ role, links, onMake, onRevoke }: RoleLinksProps) {
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<string | null>(null)

  async function make(): Promise<void> {
    setMaking(true)
    await onMake(role)
    setMaking(false)
  }

  const { sees, not } = ROLE_SIGHT[role]
  return (
    <section className={styles.role} aria-label={NAMES[role]}>
      <h3 className={styles.name}>{NAMES[role]}</h3>
      <p className={styles.sight}>{[...sees, ...not].map((part) => `${part}.`).join(' ')}</p>
      {links.map((link) => (
        <LinkRow key={link.linkId} link={link} onRevoke={() => setRevoking(link.linkId)} />
      ))}
      {links.length === 0 ? <p className={styles.unknown}>No link: nobody new can join as this.</p> : null}
      {links.every((link) => link.url === null) ? (
        <div className={styles.more}>
          <Button size="small" busy={making} onClick={() => void make()}>
            <Plus size={14} aria-hidden /> Make a new link
          </Button>
        </div>
      ) : null}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => {
          if (!open) setRevoking(null)
        }}
        title="Revoke this link?"
        action="Revoke link"
        onConfirm={async () => (revoking === null ? true : onRevoke(revoking))}
      >
        <p>
          Nobody can join with it any more, and everyone who came in by it leaves the room now. What they drew
          and noted stays. You can make a new link at any time.
        </p>
      </ConfirmDialog>
    </section>
  )
}
