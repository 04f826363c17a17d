import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { RoleLinks } from './role-links.tsx'
import styles from './share-sheet.module.css'
import { useRoomLinks } from './use-room-links.ts'

export interface ShareSheetProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The links into the room, by role. */
export function ShareSheet({ open, onOpenChange }: ShareSheetProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite people"
      description="Whoever has a link can join with just a name. Each link is for one role."
      actions={
        <Button look="primary" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      }
    >
      <Links />
    </Dialog>
  )
}

function Links() {
  const { links, read, make, revoke } = useRoomLinks()
  switch (links.state) {
    case 'loading':
      return (
        <p className={styles.waiting}>
          <Spinner /> Reading the room’s links…
        </p>
      )
    case 'failed':
      return (
        <Notice
          tone="bad"
          title={links.failure.message}
          actions={
            <Button size="small" onClick={() => void read()}>
              Try again
            </Button>
          }
        >
          The links themselves are unchanged. {links.failure.hint}
        </Notice>
      )
    case 'ready':
      return (
        <div className={styles.roles}>
          {(['candidate', 'observer', 'interviewer'] as const).map((role) => (
            <RoleLinks key={role} role={role} links={links.links[role]} onMake={make} onRevoke={revoke} />
          ))}
        </div>
      )
  }
}
