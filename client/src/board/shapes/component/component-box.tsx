import type { ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import type { CSSProperties } from 'react'
import { useValue, type Editor } from 'tldraw'
import { classNames } from '../../../ui/class-names.ts'
import { badgesOf, sheetsBehind } from './badges.ts'
import { componentColors } from './component-colors.ts'
import { ComponentFields } from './component-fields.tsx'
import { CROSS_PATH, iconPath } from './component-icon.ts'
import { contentOf, farLayout } from './component-layout.ts'
import styles from './component.module.css'

const SHEETS = [undefined, styles.oneSheet, styles.twoSheets] as const

export interface ComponentBoxProps {
  readonly editor: Editor
  readonly shape: ComponentShape
  readonly isDarkMode: boolean
}

/**
 * A component as it stands on the canvas. Both levels of detail are in the same few elements, and the style sheet
 * chooses: boards hold thousands of these.
 */
export function ComponentBox({ editor, shape, isDarkMode }: ComponentBoxProps) {
  const { id, props } = shape
  // Only the component whose answer changes is rendered again.
  const isEdited = useValue('is edited', () => editor.getEditingShapeId() === id, [editor, id])
  const { kind, label, technology, replicas, failed } = props
  const shown = label === '' ? titleOf(kind) : label
  const badges = badgesOf(props)
  const content = contentOf(props, shown, technology, badges.length > 0)
  const far = farLayout(props, shown)
  const colors = componentColors(props.color, isDarkMode)
  return (
    <div
      className={classNames(
        styles.box,
        failed && styles.broken,
        SHEETS[sheetsBehind(replicas)],
        !content.icon && styles.noIcon,
        (far.icon === 0 || isEdited) && styles.noFarIcon,
      )}
      style={
        {
          '--edge': colors.edge,
          '--fill': colors.fill,
          '--ink': colors.ink,
          '--bad-edge': colors.bad,
          '--on-bad-edge': colors.onBad,
          '--label': `${content.labelSize}px`,
          '--label-line': `${content.labelLine}px`,
          '--lines': content.labelLines,
          '--far-label': `${far.label}px`,
          '--far-lines': far.lines,
          '--far-icon': `${far.icon}px`,
          '--far-badge': `${far.badge}px`,
        } as CSSProperties
      }
    >
      <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden>
        <path d={iconPath(kind)} />
        {failed ? <path className={styles.cross} d={CROSS_PATH} /> : null}
      </svg>
      {isEdited ? (
        <ComponentFields editor={editor} shape={shape} />
      ) : (
        <div className={styles.text}>
          <div className={styles.label} dir="auto">
            {shown}
          </div>
          {content.technology ? (
            <div className={styles.technology} dir="auto">
              {technology}
            </div>
          ) : null}
        </div>
      )}
      {badges.length > 0 ? (
        <div className={styles.badges}>
          {badges.map(({ of, text }) => (
            <span key={of} className={styles[of]}>
              {text}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  )
}
