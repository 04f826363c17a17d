import type { CatalogueEntry, WholeQuestion } from '@drawbar/shared/question/catalogue.ts'
import { ArrowLeft, EyeOff } from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { LoadFailed } from '../page/load-failed.tsx'
import { useLoaded } from '../page/use-loaded.ts'
import type { PublicApi } from '../session/api.ts'
import { rememberedRooms } from '../session/remembered-rooms.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { questionOf } from './catalogue.ts'
import { QuestionBadges } from './question-badges.tsx'
import { QuestionFacts } from './question-facts.tsx'
import styles from './reading-page.module.css'
import { forgetSpoilt, rememberSpoilt, spoiltQuestions } from './spoilt-questions.ts'

export interface ReadingPageProps {
  readonly api: Pick<PublicApi, 'catalogue' | 'wholeQuestion'>
  readonly questionId: string
  readonly backHref: string
  readonly askHref: string
  readonly sheet: (whole: WholeQuestion) => ReactNode
}

/** One question. Before all of it is fetched, its reader is told what that costs, once. */
export function ReadingPage({ api, questionId, backHref, askHref, sheet }: ReadingPageProps) {
  const { loaded: catalogue, retry } = useLoaded(api.catalogue)
  const entry = questionOf(catalogue, questionId)
  const [readAt, setReadAt] = useState(() => spoiltQuestions(localStorage)[questionId] ?? null)
  const title = entry?.title ?? 'Question'
  usePageTitle(title)

  function read(): void {
    const now = Date.now()
    rememberSpoilt(localStorage, questionId, now)
    setReadAt(now)
  }

  function forget(): void {
    forgetSpoilt(localStorage, questionId)
    setReadAt(null)
  }

  return (
    <main className={styles.main}>
      <Link className={styles.back} href={backHref}>
        <ArrowLeft size={14} aria-hidden /> All questions
      </Link>
      {catalogue.state === 'failed' ? (
        <LoadFailed failure={catalogue.failure} missing="The question could not be loaded." onRetry={retry} />
      ) : null}
      {catalogue.state === 'ready' && entry === null ? (
        <Notice title="There is no such question">
          It may have been renamed, or its pack taken away.{' '}
          <Link href={backHref}>Look through all questions</Link>.
        </Notice>
      ) : null}
      {entry ? (
        <>
          <header className={styles.head}>
            <h1 className={styles.title}>{entry.title}</h1>
            <QuestionBadges question={entry} asked={false} read={false} />
            <p className={styles.summary}>{entry.summary}</p>
            <QuestionFacts question={entry} />
          </header>
          {readAt === null ? (
            <Warning entry={entry} askHref={askHref} onRead={read} />
          ) : (
            <Whole
              api={api}
              questionId={questionId}
              readAt={readAt}
              askHref={askHref}
              onForget={forget}
              sheet={sheet}
            />
          )}
        </>
      ) : null}
    </main>
  )
}

function Warning(props: {
  readonly entry: CatalogueEntry
  readonly askHref: string
  readonly onRead: () => void
}) {
  const { entry, askHref, onRead } = props
  const candidate = rememberedRooms(localStorage).some(({ role }) => role === 'candidate')
  if (!entry.readable) {
    return (
      <Notice
        title="This question is read in a room only"
        actions={
          <Link className={styles.action} href={askHref}>
            Ask this one
          </Link>
        }
      >
        It belongs to the pack {entry.pack}, whose owner keeps it for interviewers. Start an interview with
        it: the panel shows you all of it, and the candidate nothing.
      </Notice>
    )
  }
  return (
    <section className={styles.warning} aria-labelledby="warning-title">
      <EyeOff size={24} strokeWidth={1.5} aria-hidden />
      <h2 className={styles.warningTitle} id="warning-title">
        Reading it spoils it for you
      </h2>
      <p>
        Below are the follow-ups, the hints, the checklist and the accepted designs. Whoever has read them can
        interview with this question, and can no longer practise it as a candidate.
      </p>
      {candidate ? (
        <p>
          <strong>You have been a candidate in this browser.</strong> If this question may be asked of you,
          stop here.
        </p>
      ) : null}
      <p>
        This browser remembers that you have read it, and Surprise me leaves it out. You can take that back.
      </p>
      <div className={styles.actions}>
        <Button look="primary" onClick={onRead}>
          Read all of it
        </Button>
        <Link className={styles.action} href={askHref}>
          Ask it without reading
        </Link>
      </div>
    </section>
  )
}

function Whole(props: {
  readonly api: Pick<PublicApi, 'wholeQuestion'>
  readonly questionId: string
  readonly readAt: number
  readonly askHref: string
  readonly onForget: () => void
  readonly sheet: (whole: WholeQuestion) => ReactNode
}) {
  const { api, questionId, readAt, askHref, onForget, sheet } = props
  const read = useCallback((signal: AbortSignal) => api.wholeQuestion(questionId, signal), [api, questionId])
  const { loaded: whole, retry } = useLoaded(read)
  return (
    <>
      <div className={styles.known}>
        <span>You have read this question, first on {DAY.format(readAt)}. Surprise me leaves it out.</span>
        <Button size="small" onClick={onForget}>
          Hide it again and forget that
        </Button>
        <Link className={styles.action} href={askHref}>
          Ask this one
        </Link>
      </div>
      {whole.state === 'loading' ? <p aria-busy>Loading the question…</p> : null}
      {whole.state === 'failed' ? (
        <LoadFailed failure={whole.failure} missing="The question could not be loaded." onRetry={retry} />
      ) : null}
      {whole.state === 'ready' ? sheet(whole.value) : null}
    </>
  )
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
