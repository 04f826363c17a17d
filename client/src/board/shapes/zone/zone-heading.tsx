import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { useEffect, useRef } from 'react'
import { stopEventPropagation, useEditor, useIsEditing, type TLShapeId } from 'tldraw'
import { zoneHeading } from './zone-looks.ts'
import styles from './zone.module.css'

/** The part of a zone that is taken hold of by its name, page px. */
export const HEADING_HEIGHT = 36
export const HEADING_WIDTH = 260

export interface ZoneHeadingProps {
  readonly id: TLShapeId
  readonly kind: string
  readonly label: string
  readonly color: string
  readonly width: number
}

/** What a zone is and what it is called; its name is written in place. */
export function ZoneHeading({ id, kind, label, color, width }: ZoneHeadingProps) {
  const editing = useIsEditing(id)
  const heading = zoneHeading(kind, label)
  return (
    <div className={styles.heading} style={{ color, maxInlineSize: width - 16 }}>
      <span className={styles.kind}>{heading.kind}</span>
      {editing ? (
        <ZoneNameInput id={id} label={label} placeholder={`Name of the ${heading.kind.toLowerCase()}`} />
      ) : (
        <span className={styles.name}>{heading.name}</span>
      )}
    </div>
  )
}

interface ZoneNameInputProps {
  readonly id: TLShapeId
  readonly label: string
  readonly placeholder: string
}

function ZoneNameInput({ id, label, placeholder }: ZoneNameInputProps) {
  const editor = useEditor()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <input
      ref={input}
      className={styles.input}
      value={label}
      maxLength={MAX_LABEL_LENGTH}
      placeholder={placeholder}
      aria-label={placeholder}
      onPointerDown={stopEventPropagation}
      onChange={({ currentTarget }) => {
        editor.updateShape<ZoneShape>({ id, type: ZONE, props: { label: currentTarget.value } })
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault()
          editor.setEditingShape(null)
          editor.getContainer().focus()
        }
        event.stopPropagation()
      }}
    />
  )
}
