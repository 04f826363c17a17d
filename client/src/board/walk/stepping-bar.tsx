import type { WalkStop } from '@drawbar/shared/interview/walk.ts'
import { ChevronLeft, ChevronRight, Route, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import { IconButton } from '../../ui/icon-button.tsx'
import { useKeyboardBack } from '../use-keyboard-back.ts'
import { keysOf } from './walk-bar-keys.ts'
import styles from './walk-bar.module.css'
import { stepText } from './walk-words.ts'

export interface SteppingBarProps {
  readonly editor: Editor
  readonly path: readonly WalkStop[]
  /** From 0. */
  readonly step: number
  /** Whether the component of this step has been removed from the board. */
  readonly isGone: boolean
  /** Who has begun the walk. */
  readonly leader: string | null
  readonly mayLead: boolean
  /** The person here has just begun it and goes on with the keyboard. */
  readonly takesKeyboard: boolean
  readonly onStep: (step: number) => void
  readonly onChooseAgain: () => void
  readonly onEnd: () => void
}

/** Where the walk is, for everyone; and the way on, for those who may lead. */
export function SteppingBar(props: SteppingBarProps) {
  const { editor, path, step, isGone, leader, mayLead, takesKeyboard, onStep, onChooseAgain, onEnd } = props
  const bar = useRef<HTMLFieldSetElement>(null)
  useKeyboardBack(editor, bar)
  useEffect(() => {
    if (takesKeyboard) bar.current?.focus()
  }, [takesKeyboard])
  const text = (
    <span className={styles.text}>
      <output>{stepText(path, step, isGone)}</output>
      {leader === null ? null : <span className={styles.by}>Begun by {leader}</span>}
    </span>
  )
  if (!mayLead) {
    return (
      <div className={styles.place}>
        <fieldset className={styles.bar} aria-label="Request walk">
          {text}
        </fieldset>
      </div>
    )
  }
  const last = path.length - 1
  return (
    <div className={styles.place}>
      {/* The arrow keys work from each of its buttons. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        ref={bar}
        className={styles.bar}
        aria-label="Request walk"
        tabIndex={-1}
        onKeyDown={keysOf({
          ArrowRight: () => onStep(step + 1),
          ArrowLeft: () => onStep(step - 1),
          Home: () => onStep(0),
          End: () => onStep(last),
          Escape: onEnd,
        })}
      >
        <IconButton
          label="Previous step"
          keys="←"
          size="small"
          blocked={step === 0 ? 'This is the first step.' : null}
          onClick={() => onStep(step - 1)}
        >
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        {text}
        <IconButton
          label="Next step"
          keys="→"
          size="small"
          look="primary"
          blocked={step === last ? 'This is the last step.' : null}
          onClick={() => onStep(step + 1)}
        >
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        <IconButton label="Choose another path" size="small" onClick={onChooseAgain}>
          <Route size={16} aria-hidden />
        </IconButton>
        <IconButton label="End the walk" keys="Esc" size="small" onClick={onEnd}>
          <X size={16} aria-hidden />
        </IconButton>
      </fieldset>
    </div>
  )
}
