import { MAX_LABEL_LENGTH, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { stopEventPropagation, type Editor } from 'tldraw'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { classNames } from '../../../ui/class-names.ts'
import { asLine } from './as-line.ts'
import styles from './component.module.css'

export interface ComponentFieldsProps {
  readonly editor: Editor
  readonly shape: ComponentShape
}

/**
 * Label and technology while they are edited in place. Enter finishes, Tab goes to the other one. What is being typed
 * stays the field's own (an input method composes in it), and each change goes to the shape.
 */
export function ComponentFields({ editor, shape }: ComponentFieldsProps) {
  const { id, props } = shape
  const labelField = useRef<HTMLTextAreaElement>(null)
  const technologyField = useRef<HTMLInputElement>(null)
  const enterWentDown = useRef(false)

  useLayoutEffect(() => {
    labelField.current?.focus({ preventScroll: true })
    labelField.current?.select()
  }, [])

  useEffect(() => {
    const select = ({ shapeId }: { shapeId: string }) => {
      if (shapeId === id) labelField.current?.select()
    }
    editor.on('select-all-text', select)
    return () => {
      editor.off('select-all-text', select)
    }
  }, [editor, id])

  function write(change: { label: string } | { technology: string }) {
    if (editor.getEditingShapeId() !== id) return
    editor.updateShape<ComponentShape>({ id, type: shape.type, props: change })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, other: HTMLElement | null) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      other?.focus()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      enterWentDown.current = true
    }
  }

  // Finished as the key comes up: on its way down, its coming up would open the editing again.
  function onKeyUp(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'Enter' || !enterWentDown.current) return
    enterWentDown.current = false
    event.stopPropagation()
    editor.complete()
  }

  const common = {
    maxLength: MAX_LABEL_LENGTH,
    dir: 'auto',
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    onKeyUp,
    onPointerDown: stopEventPropagation,
    onDoubleClick: stopEventPropagation,
    onTouchEnd: stopEventPropagation,
    onContextMenu: stopEventPropagation,
    onDragStart: (event: { preventDefault(): void }) => event.preventDefault(),
  } as const

  return (
    <div className={classNames(styles.text, styles.fields)}>
      <div className={styles.growing} data-text={props.label === '' ? titleOf(props.kind) : props.label}>
        <textarea
          {...common}
          ref={labelField}
          className={styles.labelField}
          rows={1}
          aria-label="Label"
          placeholder={titleOf(props.kind)}
          defaultValue={props.label}
          onChange={(event) => write({ label: asLine(event.target.value) })}
          onKeyDown={(event) => onKeyDown(event, technologyField.current)}
        />
      </div>
      <input
        {...common}
        ref={technologyField}
        className={styles.technologyField}
        aria-label="Technology"
        placeholder="Technology"
        defaultValue={props.technology}
        onChange={(event) => write({ technology: asLine(event.target.value) })}
        onKeyDown={(event) => onKeyDown(event, labelField.current)}
      />
    </div>
  )
}
