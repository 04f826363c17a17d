import { z } from 'zod'

const silencedSchema = z.array(z.string().min(1).max(80)).max(200)

const KEY = 'drawbar.silenced-rules'

/** The rules of the coverage lens that somebody has silenced on this device. `storage` is localStorage. */
export function readSilencedRules(storage: Storage): ReadonlySet<string> {
  try {
    return new Set(silencedSchema.parse(JSON.parse(storage.getItem(KEY) ?? '[]')))
  } catch {
    return new Set()
  }
}

/** A storage that is full or closed costs the choice at the next visit, not this one. */
export function writeSilencedRules(storage: Storage, silenced: ReadonlySet<string>): void {
  try {
    storage.setItem(KEY, JSON.stringify([...silenced].toSorted()))
  } catch {
    // Nothing to do: it holds until the page is closed.
  }
}

export function withSilenced(
  silenced: ReadonlySet<string>,
  ruleId: string,
  isSilenced: boolean,
): ReadonlySet<string> {
  const others = [...silenced].filter((id) => id !== ruleId)
  return new Set(isSilenced ? [...others, ruleId] : others)
}
