import type { CatalogueEntry } from '@drawbar/shared/question/catalogue.ts'
import { LENGTHS, LEVEL_NAMES, LEVELS, type Length, type Level } from '@drawbar/shared/question/level.ts'
import { useState, type FormEvent, type Ref } from 'react'
import type { ApiFailure } from '../session/api-failure.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { checkName } from './check-name.ts'
import { rememberedName, rememberName } from './remembered-name.ts'
import type { StartChoice } from './start-choice.ts'
import styles from './start-form.module.css'

export interface StartFormProps {
  readonly ref: Ref<HTMLFormElement>
  readonly question: CatalogueEntry | null
  readonly level: Level
  readonly minutes: Length
  readonly onLevel: (level: Level) => void
  readonly onMinutes: (minutes: Length) => void
  readonly onStart: (choice: StartChoice) => Promise<ApiFailure | null>
  readonly onIntent: () => void
}

/** What is left to say once a question is chosen, and the button that starts. */
export function StartForm(props: StartFormProps) {
  const { ref, question, level, minutes, onLevel, onMinutes, onStart, onIntent } = props
  const [name, setName] = useState(() => rememberedName(localStorage))
  const [nameError, setNameError] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [starting, setStarting] = useState(false)

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!question || starting) return
    const checked = checkName(name)
    if (!checked.ok) {
      setNameError(checked.reason)
      return
    }
    rememberName(localStorage, checked.name)
    setFailure(null)
    setStarting(true)
    const refused = await onStart({ questionId: question.id, level, minutes, hostName: checked.name })
    setStarting(false)
    setFailure(refused)
  }

  return (
    <form ref={ref} className={styles.form} onSubmit={(event) => void start(event)} noValidate>
      <h2 className={styles.heading}>Start an interview</h2>
      <p className={styles.question}>
        {question ? (
          <>
            <span className={styles.chosen}>{question.title}</span>
            Candidates see it only once you present it.
          </>
        ) : (
          'Choose a question from the list, or let chance choose one.'
        )}
      </p>
      <Segmented
        label="Level"
        value={level}
        options={LEVELS.map((value) => ({
          value,
          name: LEVEL_NAMES[value],
          disabled: question !== null && !question.levels.includes(value),
        }))}
        onChange={onLevel}
        why={question && question.levels.length < LEVELS.length ? 'Not asked at every level.' : null}
      />
      <Segmented
        label="Minutes"
        value={minutes}
        options={LENGTHS.map((value) => ({
          value,
          name: `${value}`,
          disabled: question !== null && !question.minutes.includes(value),
        }))}
        onChange={onMinutes}
        why={question && question.minutes.length < LENGTHS.length ? 'Does not fit every length.' : null}
      />
      <TextField
        label="Your name"
        name="hostName"
        autoComplete="name"
        maxLength={60}
        value={name}
        error={nameError}
        onChange={(event) => {
          setName(event.target.value)
          setNameError(null)
        }}
      />
      {failure ? (
        <Notice tone="bad" title={failure.message}>
          The interview was not started. {failure.hint}
        </Notice>
      ) : null}
      <Button
        type="submit"
        look="primary"
        wide
        blocked={question ? null : 'Choose a question first.'}
        busy={starting}
        onMouseEnter={onIntent}
        onFocus={onIntent}
      >
        {starting ? 'Starting…' : 'Start interview'}
      </Button>
      <p className={styles.after}>You get the links for the candidate and for observers next.</p>
    </form>
  )
}
