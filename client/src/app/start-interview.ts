import { ROLES } from '@drawbar/shared/people/role.ts'
import type { StartChoice } from '../home/start-choice.ts'
import type { PublicApi } from '../session/api.ts'
import type { ApiOutcome } from '../session/api-failure.ts'
import { keepLinks } from '../share/known-links.ts'
import { capabilityOf, holdCapability } from './link-capability.ts'
import { takePlace, type PlaceStorages } from './places.ts'

/**
 * Creates a room and enters it as its interviewer. Where the room was created but could not be entered, its link is
 * held and the room's own page asks again: nothing is created twice.
 */
export async function startInterview(
  deps: {
    readonly api: Pick<PublicApi, 'createRoom' | 'join'>
    readonly storages: PlaceStorages
    readonly now: () => number
  },
  choice: StartChoice,
): Promise<ApiOutcome<{ readonly roomId: string; readonly entered: boolean }>> {
  const { api, storages, now } = deps
  const created = await api.createRoom(choice)
  if (!created.ok) return created
  const { roomId, links } = created.value
  keepLinks(
    storages.browser,
    roomId,
    ROLES.map((role) => ({ linkId: null, role, url: links[role] })),
  )
  const capability = capabilityOf(links.interviewer)
  const joined = await api.join({ roomId, capability, name: choice.hostName })
  if (!joined.ok) {
    holdCapability(roomId, capability)
    return { ok: true, value: { roomId, entered: false } }
  }
  takePlace(storages, { joined: joined.value, name: choice.hostName, now: now() })
  return { ok: true, value: { roomId, entered: true } }
}
