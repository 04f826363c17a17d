import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Session } from './session.ts'
import type { SessionState } from './session-state.ts'

/** Put the session of the room here: `<SessionContext value={session}>`. */
export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionContext around it.')
  return session
}

/** A part of the session's state. A selector that builds a new object or list each time goes through `useShallow`. */
export function useSessionState<T>(selector: (state: SessionState) => T): T {
  return useStore(useSession().state, selector)
}
