import type { Participant } from '@drawbar/shared/people/participant.ts'
import { awarenessStateSchema } from '@drawbar/shared/wire/presence.ts'
import type { PresentPerson } from './session-state.ts'

const unstampedSchema = awarenessStateSchema.pick({ presence: true })

export interface PresentPeopleOptions {
  /** Awareness states by client, as the server stamped them; this page's own is not stamped. */
  readonly states: ReadonlyMap<number, unknown>
  readonly ownClient: number
  readonly me: Participant | null
}

/** Who is on the board. One row per person, however many windows they have; me first, then by name. */
export function presentPeople({ states, ownClient, me }: PresentPeopleOptions): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  if (me) people.set(me.id, { ...rowOf(me), isMe: true, ...whereabouts(states.get(ownClient)) })
  for (const [client, state] of states) {
    const parsed = awarenessStateSchema.safeParse(state)
    if (!parsed.success || client === ownClient) continue
    const { owner, presence } = parsed.data
    // Of my own windows, this one says whom I follow here.
    if (owner.participantId === me?.id) continue
    const known = people.get(owner.participantId)
    people.set(owner.participantId, {
      ...owner,
      isMe: false,
      pageId: presence?.currentPageId ?? known?.pageId ?? null,
      following: presence?.followingUserId ?? known?.following ?? null,
    })
  }
  return [...people.values()].toSorted(
    (a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name),
  )
}

/** Where this page's own state, which nobody has stamped, says that it looks. */
function whereabouts(state: unknown): Pick<PresentPerson, 'pageId' | 'following'> {
  const presence = unstampedSchema.safeParse(state).data?.presence
  return { pageId: presence?.currentPageId ?? null, following: presence?.followingUserId ?? null }
}

export function samePeople(a: readonly PresentPerson[], b: readonly PresentPerson[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function rowOf({
  id,
  name,
  color,
  role,
}: Participant): Pick<PresentPerson, 'participantId' | 'name' | 'color' | 'role'> {
  return { participantId: id, name, color, role }
}
