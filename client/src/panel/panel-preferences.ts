import { z } from 'zod'
import { PANEL_DEFAULT } from './panel-size.ts'

const preferencesSchema = z.object({
  width: z.number().positive().catch(PANEL_DEFAULT.width),
  height: z.number().positive().catch(PANEL_DEFAULT.height),
  /** Beside the board; below it, on small screens, the panel starts closed. */
  open: z.boolean().catch(true),
})

/** How someone last left the panel. Sizes in CSS pixels. */
export type PanelPreferences = z.infer<typeof preferencesSchema>

const KEY = 'drawbar.panel'

/** `storage` is localStorage. */
export function readPanelPreferences(storage: Storage): PanelPreferences {
  return preferencesSchema.parse(parseObject(storage.getItem(KEY)))
}

export function writePanelPreferences(storage: Storage, preferences: PanelPreferences): void {
  storage.setItem(KEY, JSON.stringify(preferences))
}

function parseObject(text: string | null): unknown {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}
