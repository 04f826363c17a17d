import { useMemo } from 'react'
import { Redirect, useLocation } from 'wouter'
import { CardPage } from '../page/card-page.tsx'
import { useSessionState } from '../session/use-session.ts'
import { Button } from '../ui/button.tsx'
import { path, PLACES } from './path.ts'
import { RoomShell } from './room-shell.tsx'
import { roomTrouble } from './room-trouble.ts'

/** The room, its record once it has ended, or why there is neither. */
export function RoomGate({ onLost }: { readonly onLost: () => void }) {
  const [, navigate] = useLocation()
  const roomId = useSessionState((state) => state.roomId)
  const sealed = useSessionState(
    (state) => state.interview.state === 'sealed' || state.closed?.reason === 'sealed',
  )
  const closed = useSessionState((state) => state.closed)
  const loadFailure = useSessionState((state) => state.loadFailure)
  const trouble = useMemo(() => roomTrouble({ closed, loadFailure }), [closed, loadFailure])

  if (trouble?.kind === 'lost') {
    return (
      <CardPage
        places={PLACES}
        title="You are no longer in this room"
        text={trouble.text}
        actions={
          <Button
            look="primary"
            wide
            onClick={() => {
              onLost()
              navigate(path.home())
            }}
          >
            To the start page
          </Button>
        }
      />
    )
  }
  if (sealed) return <Redirect to={path.record(roomId)} replace />
  return <RoomShell trouble={trouble} />
}
