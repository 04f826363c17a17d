import type { RecordFault } from '@drawbar/shared/board/check-record.ts'
import { MAX_TEXT_LENGTH } from '@drawbar/shared/board/board-limits.ts'
import { addToast } from '../ui/toasts.ts'
import type { KeptByUndo } from './binding/undo-guard.ts'
import type { RefusedRecord } from './binding/write-local.ts'

/** Says that something the person did could not stay, and why. */
export function sayRefused(refused: readonly RefusedRecord[]): void {
  const [first] = refused
  if (!first) return
  addToast({ tone: 'bad', title: 'That cannot be on the board.', detail: REFUSAL_TEXT[first.reason] ?? null })
}

/** Says why an undo left something as it is. */
export function sayKept({ changedByPeer, removedByPeer }: KeptByUndo): void {
  if (removedByPeer.length > 0) {
    addToast({
      title: 'Not brought back.',
      detail: 'Someone else has deleted it since. Undo takes back only your own work.',
    })
  } else if (changedByPeer.length > 0) {
    addToast({
      title: 'Left as it is.',
      detail: 'Someone else has changed it since. Undo takes back only your own work.',
    })
  }
}

const REFUSAL_TEXT: { readonly [Fault in RecordFault]?: string } = {
  coordinate: 'It is too far away from the middle of the board.',
  size: 'It is too large.',
  stroke: 'The stroke has too many points.',
  line: 'The line has too many points.',
  'text-too-long': `A text may have ${MAX_TEXT_LENGTH.toLocaleString('en')} characters.`,
  'record-too-large': 'It holds too much.',
  link: 'A link must be a web or e-mail address.',
  asset: 'Only uploaded PNG, JPEG, WebP and GIF images can be on a board.',
  'not-on-board': 'Embeds, bookmarks and video are off.',
}
