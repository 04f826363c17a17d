import type { Editor } from 'tldraw'
import { addToast } from '../../ui/toasts.ts'
import { tidy, type TidyOptions } from './tidy-board.ts'
import { wordsOfTidy } from './tidy-words.ts'

/** A layout that is done within this needs no word, ms. */
const QUIET_MS = 300

/** Boards that are being tidied: asking again does nothing until that is done. */
const busy = new WeakSet<Editor>()

/** Tidies on someone's command: shows that it is under way when it takes long, lets them stop it, says how it went. */
export async function runTidy(editor: Editor, options: Omit<TidyOptions, 'signal'>): Promise<void> {
  if (busy.has(editor)) return
  busy.add(editor)
  const stop = new AbortController()
  let hide = () => {}
  const timer = setTimeout(() => {
    hide = addToast({ title: 'Tidying the board…', action: { name: 'Stop', run: () => stop.abort() } })
  }, QUIET_MS)
  try {
    const words = wordsOfTidy(await tidy(editor, { ...options, signal: stop.signal }), options.scope)
    hide()
    if (words) addToast(words)
  } finally {
    clearTimeout(timer)
    hide()
    busy.delete(editor)
  }
}
