import type { Length, Level } from '@drawbar/shared/question/level.ts'
import { useRef, useState } from 'react'
import { useLoaded } from '../page/use-loaded.ts'
import type { PublicApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'
import type { RememberedRoom } from '../session/remembered-rooms.ts'
import { Button } from '../ui/button.tsx'
import { CataloguePicker } from '../catalogue/catalogue-picker.tsx'
import { NO_FILTER, type Filter } from '../catalogue/filter-questions.ts'
import styles from './home-page.module.css'
import { PageHead, type PagePlaces } from '../page/page-head.tsx'
import { RoomList } from './room-list.tsx'
import { StartForm } from './start-form.tsx'
import { fittingLength, fittingLevel, type StartChoice } from './start-choice.ts'
import { questionOf } from '../catalogue/catalogue.ts'
import type { Memory } from '../catalogue/use-found.ts'

export interface HomePageProps {
  readonly api: Pick<PublicApi, 'catalogue' | 'questionsByTerm'>
  readonly places: PagePlaces
  readonly memory: Memory
  /** The question this page was opened with, from the catalogue. */
  readonly wishedId: string | null
  /** Creates the room and goes there; a failure stays on this page. */
  readonly onStart: (choice: StartChoice) => Promise<ApiFailure | null>
  /** The person is about to start: time to load the room's code. */
  readonly onIntent: () => void
  readonly onEnter: (room: RememberedRoom) => void
  readonly onForget: (room: RememberedRoom) => void
}

/** What this is, and everything needed to start an interview. */
export function HomePage(props: HomePageProps) {
  const { loaded: catalogue, retry } = useLoaded(props.api.catalogue)
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const [chosenId, setChosenId] = useState(props.wishedId)
  const [wishedLevel, setWishedLevel] = useState<Level>('senior')
  const [wishedLength, setWishedLength] = useState<Length>(45)
  const form = useRef<HTMLFormElement>(null)
  const chosen = questionOf(catalogue, chosenId)

  function changeFilter(next: Filter): void {
    setFilter(next)
    if (next.level !== null && next.level !== filter.level) setWishedLevel(next.level)
    if (next.minutes !== null && next.minutes !== filter.minutes) setWishedLength(next.minutes)
  }

  return (
    <div className={styles.page}>
      <PageHead places={props.places} />
      <main className={styles.main}>
        <Intro />
        <section className={styles.catalogue} aria-label="Questions">
          <CataloguePicker
            api={props.api}
            catalogue={catalogue}
            memory={props.memory}
            filter={filter}
            chosen={chosen}
            onFilter={changeFilter}
            onChoose={({ id }) => setChosenId(id)}
            onRetry={retry}
          />
        </section>
        <div className={styles.side}>
          <div className={styles.sticky}>
            <StartForm
              ref={form}
              question={chosen}
              level={fittingLevel(wishedLevel, chosen)}
              minutes={fittingLength(wishedLength, chosen)}
              onLevel={setWishedLevel}
              onMinutes={setWishedLength}
              onStart={props.onStart}
              onIntent={props.onIntent}
            />
            <RoomList rooms={props.memory.rooms} onEnter={props.onEnter} onForget={props.onForget} />
          </div>
        </div>
        {chosen ? (
          <div className={styles.chosenBar}>
            <span className={styles.chosenName}>{chosen.title}</span>
            <Button look="primary" onClick={() => goTo(form.current)}>
              Continue
            </Button>
          </div>
        ) : null}
      </main>
    </div>
  )
}

function Intro() {
  return (
    <div className={styles.intro}>
      <h1 className={styles.title}>Mock system-design interviews on a shared whiteboard</h1>
      <ul className={styles.facts}>
        <li className={styles.fact}>
          <strong className={styles.factName}>One board for both</strong>
          Everyone draws on the same board. No account: a link and a name are enough.
        </li>
        <li className={styles.fact}>
          <strong className={styles.factName}>A panel only interviewers see</strong>
          The question with its follow-ups and hints, a checklist, private notes and a clock.
        </li>
        <li className={styles.fact}>
          <strong className={styles.factName}>A record at the end</strong>
          The board and the timeline, with every judgement kept at the moment it was made.
        </li>
      </ul>
    </div>
  )
}

function goTo(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'start' })
  form?.querySelector<HTMLInputElement>('input[name=hostName]')?.focus({ preventScroll: true })
}
