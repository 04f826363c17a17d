import { ZONE, ZONE_KINDS, type ZoneShape } from '@drawbar/shared/board/shapes/zone-shape.ts'
import type { Editor } from 'tldraw'
import styles from '../settings.module.css'
import { ZONE_LOOKS } from './zone-looks.ts'

export interface ZoneSettingsProps {
  readonly editor: Editor
  /** The selected zones, at least one. */
  readonly zones: readonly ZoneShape[]
  readonly disabled: boolean
}

/** What the selected zones are. */
export function ZoneSettings({ editor, zones, disabled }: ZoneSettingsProps) {
  const kinds = new Set(zones.map(({ props }) => props.kind))
  const [only = 'region'] = kinds
  const value = kinds.size > 1 ? 'mixed' : only
  return (
    <fieldset className={styles.settings} aria-label="Zone" disabled={disabled}>
      <label className={styles.field}>
        <span className={styles.label}>Zone</span>
        <select
          className={styles.control}
          value={value}
          onChange={({ currentTarget: { value: kind } }) => {
            editor.markHistoryStoppingPoint('zone kind')
            editor.updateShapes<ZoneShape>(zones.map(({ id }) => ({ id, type: ZONE, props: { kind } })))
          }}
        >
          {ZONE_KINDS.some((kind) => kind === value) ? null : (
            <option value={value}>{value === 'mixed' ? 'Mixed' : value}</option>
          )}
          {ZONE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {ZONE_LOOKS[kind].title}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
