import type { QuestionStarter } from '@drawbar/shared/question/question.ts'
import { useRef, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { addToast } from '../../ui/toasts.ts'
import type { DrawingPlan } from '../exchange/drawing-plan.ts'
import { useKeyboardBack } from '../use-keyboard-back.ts'
import { mayStart, putFourAreas, putQuestionStarter } from './put-starter.ts'
import styles from './starter-offer.module.css'

export interface StarterOfferProps {
  /** What the presented question brings along. */
  readonly starter?: QuestionStarter | undefined
  /** Reads and lays out a Mermaid text. */
  readonly planMermaid: (text: string) => Promise<DrawingPlan | { readonly fault: string }>
}

/** Ways to begin on an empty page, for those who may draw. Goes as soon as anything stands there. */
export function StarterOffer({ starter, planMermaid }: StarterOfferProps) {
  const editor = useEditor()
  const [isClosed, setClosed] = useState(false)
  const isOffered = useValue(
    'starter is offered',
    () => mayStart(editor) && !editor.isInAny('draw', 'highlight'),
    [editor],
  )
  if (!isOffered || isClosed) return null
  return <Offer starter={starter} planMermaid={planMermaid} onClose={() => setClosed(true)} />
}

function Offer({ starter, planMermaid, onClose }: StarterOfferProps & { readonly onClose: () => void }) {
  const editor = useEditor()
  const [isBusy, setBusy] = useState(false)
  const offer = useRef<HTMLElement>(null)
  useKeyboardBack(editor, offer)

  const putGiven = async (given: QuestionStarter) => {
    setBusy(true)
    const plan = await planMermaid(given.flowchart).catch(() => null)
    setBusy(false)
    if (plan && !('fault' in plan)) putQuestionStarter(editor, plan, given)
    else {
      addToast({
        tone: 'bad',
        title: 'The question’s drawing could not be put on the board.',
        detail: 'Nothing on the board has changed. Try again, or draw it from the question’s text.',
      })
    }
  }

  return (
    <section
      ref={offer}
      className={styles.offer}
      aria-label="Begin with"
      onPointerDown={(event) => event.stopPropagation()}
    >
      <p className={styles.title}>Begin with</p>
      {starter ? (
        <button
          type="button"
          className={styles.choice}
          disabled={isBusy}
          onClick={() => void putGiven(starter)}
        >
          {isBusy ? 'Drawing…' : 'What the question gives'}
        </button>
      ) : null}
      <button type="button" className={styles.choice} onClick={() => putFourAreas(editor)}>
        Four areas
      </button>
      <button type="button" className={styles.choice} onClick={onClose}>
        A blank board
      </button>
    </section>
  )
}
