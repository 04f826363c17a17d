import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { useEffect, useRef, useState } from 'react'
import {
  stopEventPropagation,
  useEditor,
  useValue,
  type Editor,
  type TLArrowBinding,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { Button } from '../../ui/button.tsx'
import { useKeyboardBack } from '../use-keyboard-back.ts'
import { pickByClick } from '../walk/pick-by-click.ts'
import styles from './pin-bar.module.css'
import { canBePinnedTo, currentPinning, setPin, stopPinning, type Pinning } from './pinning.ts'

/** While a result waits for its place: click a component or an arrow, or choose one from the list. Escape cancels. */
export function PinBar() {
  const editor = useEditor()
  const pinning = useValue('pinning', () => currentPinning(editor), [editor])
  return pinning ? (
    <Choosing key={`${pinning.pin.worksheetId}/${pinning.pin.rowId}`} pinning={pinning} />
  ) : null
}

function Choosing({ pinning }: { readonly pinning: Pinning }) {
  const editor = useEditor()
  const targets = useValue('pin targets', () => targetsOf(editor), [editor])
  const [chosen, setChosen] = useState<string>('')
  const [said, setSaid] = useState('')
  const list = useRef<HTMLSelectElement>(null)
  const bar = useRef<HTMLFieldSetElement>(null)
  useKeyboardBack(editor, bar)

  function pinTo(id: TLShapeId): void {
    setPin(editor, id, pinning.pin)
    stopPinning(editor)
    editor.select(id)
    editor.getContainer().focus()
  }

  useEffect(() => {
    list.current?.focus({ preventScroll: true })
    const stop = pickByClick(editor, {
      onPick: (ids) => {
        const shape = ids
          .map((id) => editor.getShape(id as TLShapeId))
          .find((one) => one && canBePinnedTo(editor, one))
        if (shape) pinTo(shape.id)
        else setSaid('That is no component and no arrow, or it is locked.')
      },
      onOtherTool: () => stopPinning(editor),
    })
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      stopPinning(editor)
      editor.getContainer().focus()
    }
    const { ownerDocument } = editor.getContainer()
    ownerDocument.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      ownerDocument.removeEventListener('keydown', onKeyDown, { capture: true })
      stop()
    }
    // One choice from its beginning to its end.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor])

  const target = targets.find(({ id }) => id === chosen) ?? targets[0]
  return (
    // Keys and presses in here are not the canvas's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={bar}
      className={styles.bar}
      aria-label="Pin a result"
      onPointerDown={stopEventPropagation}
      onKeyDown={stopEventPropagation}
    >
      <span>
        Click a component or an arrow to pin <b>{pinning.name === '' ? 'the result' : pinning.name}</b> to it
        {targets.length > 0 ? ', or choose one:' : '. There is none on this page yet.'}
      </span>
      {target ? (
        <>
          <select
            ref={list}
            className={styles.list}
            aria-label="What to pin it to"
            value={target.id}
            onChange={({ target: { value } }) => setChosen(value)}
          >
            {targets.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
          <Button size="small" onClick={() => pinTo(target.id)}>
            Pin
          </Button>
        </>
      ) : null}
      <Button size="small" look="quiet" onClick={() => stopPinning(editor)}>
        Cancel
      </Button>
      <output>{said}</output>
    </fieldset>
  )
}

interface Target {
  readonly id: TLShapeId
  readonly text: string
}

/** What may carry a pin on this page, the components first. */
function targetsOf(editor: Editor): readonly Target[] {
  const shapes = editor.getCurrentPageShapes().filter((shape) => canBePinnedTo(editor, shape))
  return [...shapes.filter(isComponent), ...shapes.filter((shape) => !isComponent(shape))].map((shape) => ({
    id: shape.id,
    text: isComponent(shape) ? labelOf(shape) : arrowText(editor, shape),
  }))
}

function isComponent(shape: TLShape): shape is ComponentShape {
  return shape.type === COMPONENT
}

function labelOf({ props: { label, kind } }: ComponentShape): string {
  return label === '' ? titleOf(kind) : label
}

function arrowText(editor: Editor, shape: TLShape): string {
  const ends = editor
    .getBindingsFromShape<TLArrowBinding>(shape, 'arrow')
    .toSorted((a) => (a.props.terminal === 'start' ? -1 : 1))
  const labels = ends.flatMap(({ toId }) => {
    const end = editor.getShape(toId)
    return end && isComponent(end) ? [labelOf(end)] : []
  })
  const text = editor.getShapeUtil(shape).getText(shape) ?? ''
  return ['Arrow', labels.join(' → '), text].filter((part) => part !== '').join(': ')
}
