import type { NewToast } from '../../ui/toasts.ts'
import type { TidyOutcome } from './tidy-board.ts'
import type { TidyScope } from './read-designs.ts'

/** What to say of it; null where the board says enough. */
export function wordsOfTidy(outcome: TidyOutcome, scope: TidyScope): NewToast | null {
  switch (outcome.kind) {
    case 'tidied':
      if (outcome.skipped === 0) return null
      return {
        title:
          outcome.skipped === 1 ? 'One shape was left alone.' : `${outcome.skipped} shapes were left alone.`,
        detail: 'Someone else changed them meanwhile. Tidy again to include them.',
      }
    case 'tidy-already':
      return { title: 'Everything is in its place already.' }
    case 'too-few':
      return tooFew(outcome.found, scope)
    case 'read-only':
      return { title: 'The board cannot be changed now.', detail: 'Nothing has been moved.' }
    case 'failed':
      return failed(outcome.reason)
  }
}

function tooFew(found: 0 | 1, scope: TidyScope): NewToast {
  const detail = 'Tidy lays out components, boxes, cards and zones that are not locked.'
  if (scope === 'page') return { title: 'There is nothing on this page to lay out yet.', detail }
  return found === 1
    ? { title: 'Only one shape is selected.', detail: 'Select at least two, or tidy the whole page.' }
    : { title: 'Nothing that can be laid out is selected.', detail }
}

function failed(reason: 'stopped' | 'too-long' | 'failed'): NewToast | null {
  switch (reason) {
    case 'stopped':
      return { title: 'Tidying was stopped.', detail: 'Nothing has been moved.' }
    case 'too-long':
      return {
        tone: 'bad',
        title: 'Tidying took too long and was given up.',
        detail: 'Nothing has been moved. Select a part of the board and tidy that.',
      }
    case 'failed':
      return {
        tone: 'bad',
        title: 'The board could not be tidied.',
        detail: 'Nothing has been moved. Try again, or tidy a part of it.',
      }
  }
}
