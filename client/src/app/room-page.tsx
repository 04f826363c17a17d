import { useEffect, useState } from 'react'
import { openSession } from '../session/open-session.ts'
import type { Credentials } from '../session/credentials.ts'
import type { Session } from '../session/session.ts'
import { SessionContext } from '../session/use-session.ts'
import { addToast } from '../ui/toasts.ts'
import { Opening } from './opening.tsx'
import { reportRefusals } from './report-refusals.ts'
import { RoomGate } from './room-gate.tsx'

export interface RoomPageProps {
  readonly credentials: Credentials
  /** The place in the room is no longer good. */
  readonly onLost: () => void
}

/** Being in a room, for as long as this is on screen. */
export function RoomPage({ credentials, onLost }: RoomPageProps) {
  const [session, setSession] = useState<Session | null>(null)

  useEffect(() => {
    const opened = openSession({ credentials })
    // A session is a socket that is opened and left: it cannot be made while rendering.
    // oxlint-disable-next-line react/set-state-in-effect
    setSession(reportRefusals(opened, addToast))
    return () => opened.leave()
  }, [credentials])

  if (!session) return <Opening text="Opening the room…" />
  return (
    <SessionContext value={session}>
      <RoomGate onLost={onLost} />
    </SessionContext>
  )
}
