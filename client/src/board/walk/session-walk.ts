import type { Session } from '../../session/session.ts'
import { randomId } from '../../session/random-id.ts'
import { createWalkControl, type WalkControl } from './walk-control.ts'

const controls = new WeakMap<Session, WalkControl>()

/** The one control of this session's walks: what is drawn and the bar show the same step. */
export function walkControlOf(session: Session): WalkControl {
  const known = controls.get(session)
  if (known) return known
  const control = createWalkControl({
    send: (body) => session.send(body),
    newId: () => randomId(),
    after(ms, callback) {
      const timer = setTimeout(callback, ms)
      return () => clearTimeout(timer)
    },
  })
  controls.set(session, control)
  return control
}
