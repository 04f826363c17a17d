import { z } from 'zod'

const KEY = 'drawbar.spoilt'

/** Question ids, each with when its whole text was read, epoch milliseconds. */
const spoiltSchema = z.record(z.string(), z.number())
export type Spoilt = Readonly<Record<string, number>>

/** Which questions this browser's owner has read whole: as a candidate they are no use any more. */
export function spoiltQuestions(storage: Storage): Spoilt {
  const parsed = spoiltSchema.safeParse(parseJson(storage.getItem(KEY)))
  return parsed.success ? parsed.data : {}
}

export function rememberSpoilt(storage: Storage, questionId: string, at: number): void {
  storage.setItem(KEY, JSON.stringify({ ...spoiltQuestions(storage), [questionId]: at }))
}

export function forgetSpoilt(storage: Storage, questionId: string): void {
  const { [questionId]: _forgotten, ...others } = spoiltQuestions(storage)
  storage.setItem(KEY, JSON.stringify(others))
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
