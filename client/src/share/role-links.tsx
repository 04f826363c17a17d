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

  return (
    <section className={styles.role} aria-label={NAMES[role]}>
      <h3 className={styles.name}>{NAMES[role]}</h3>
      <p className={styles.sight}>{sightText(role)}</p>
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

const LIST = new Intl.ListFormat('en', { type: 'conjunction' })
const EITHER = new Intl.ListFormat('en', { type: 'disjunction' })

function sightText(role: Role): string {
  const { can, cannot } = ROLE_SIGHT[role]
  return cannot.length === 0
    ? `Can ${LIST.format(can)}.`
    : `Can ${LIST.format(can)}. Cannot ${EITHER.format(cannot)}.`
}
