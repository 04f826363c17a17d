import type { PagePlaces } from '../page/page-head.tsx'
import { ROLE_NAMES, type Role } from '@drawbar/shared/people/role.ts'
import type { Joined } from '@drawbar/shared/wire/http.ts'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { PublicApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextField } from '../ui/text-field.tsx'
import cardStyles from '../page/card-page.module.css'
import { CardPage } from '../page/card-page.tsx'
import { checkName } from './check-name.ts'
import { joinProblem } from './join-failure.ts'
import { rememberedName, rememberName } from './remembered-name.ts'
import { ReenterButtons } from './reenter-buttons.tsx'
import { RoleSight } from './role-sight.tsx'
import { useLinkCheck } from './use-link-check.ts'

export interface JoinPageProps {
  readonly api: Pick<PublicApi, 'checkLink' | 'join'>
  readonly places: PagePlaces
  readonly roomId: string
  readonly capability: string
  /** As whom this browser has been in the room before. */
  readonly before: readonly RememberedRoom[]
  readonly onJoined: (joined: Joined, name: string) => void
  readonly onEnter: (room: RememberedRoom) => void
}

/** Asks someone with a link for a name and lets them in, or says why not. */
export function JoinPage(props: JoinPageProps) {
  const { api, places, roomId, capability, before, onEnter } = props
  const { check, retry } = useLinkCheck(api, roomId, capability)

  switch (check.state) {
    case 'checking':
      return (
        <CardPage places={places} title="Joining a room">
          <p className={cardStyles.waiting}>
            <Spinner /> Checking your link…
          </p>
        </CardPage>
      )
    case 'refused': {
      const problem = joinProblem(check.failure)
      return (
        <CardPage
          places={places}
          title={problem.title}
          text={problem.text}
          actions={
            <>
              {problem.retry ? (
                <Button look="primary" wide onClick={retry}>
                  Try again
                </Button>
              ) : null}
              <ReenterButtons rooms={before} onEnter={onEnter} />
            </>
          }
        />
      )
    }
    case 'good':
      return <JoinForm {...props} role={check.role} hostName={check.hostName} />
  }
}

interface JoinFormProps extends JoinPageProps {
  readonly role: Role
  readonly hostName: string
}

function JoinForm(props: JoinFormProps) {
  const { api, places, roomId, capability, before, role, hostName, onJoined, onEnter } = props
  const nameField = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(() => rememberedName(localStorage))
  const [nameError, setNameError] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [joining, setJoining] = useState(false)

  // The one thing this page asks for; on a phone the keyboard would cover what it says.
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) nameField.current?.focus()
  }, [])

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (joining) return
    const checked = checkName(name)
    if (!checked.ok) {
      setNameError(checked.reason)
      return
    }
    rememberName(localStorage, checked.name)
    setJoining(true)
    setFailure(null)
    const outcome = await api.join({ roomId, capability, name: checked.name })
    setJoining(false)
    if (outcome.ok) onJoined(outcome.value, checked.name)
    else setFailure(outcome.failure)
  }

  const problem = failure ? joinProblem(failure) : null
  return (
    <CardPage
      places={places}
      title={`Join ${hostName}’s interview`}
      text={
        <>
          You come in as <strong>{ROLE_NAMES[role].toLowerCase()}</strong>.
        </>
      }
    >
      <RoleSight role={role} />
      <form className={cardStyles.actions} onSubmit={(event) => void join(event)} noValidate>
        <TextField
          label="Your name"
          name="name"
          hint="Everyone in the room sees it beside your cursor."
          autoComplete="name"
          maxLength={60}
          ref={nameField}
          value={name}
          error={nameError}
          onChange={(event) => {
            setName(event.target.value)
            setNameError(null)
          }}
        />
        {problem ? (
          <Notice tone="bad" title={problem.title}>
            {problem.text}
          </Notice>
        ) : null}
        <Button type="submit" look="primary" wide busy={joining}>
          {joining ? 'Joining…' : 'Join'}
        </Button>
        <ReenterButtons rooms={before} onEnter={onEnter} />
      </form>
    </CardPage>
  )
}
