import type { Editor, TLShapeId } from 'tldraw'
import { runAround } from '../connectors/run-around.ts'
import { glide } from './glide.ts'
import {
  layOut,
  LayoutError,
  type LayoutDirection,
  type LayoutFailure,
  type LayoutResult,
} from './lay-out.ts'
import type { LayoutEngine } from './layout-engine.ts'
import { planMoves } from './plan-moves.ts'
import { readDesigns, type Design, type TidyScope } from './read-designs.ts'

export interface TidyOptions {
  readonly scope: TidyScope
  /** As most arrows run already, unless given. */
  readonly direction?: LayoutDirection
  readonly signal?: AbortSignal
  /** Who does the work; a worker unless a test says otherwise. */
  readonly engine?: LayoutEngine
}

export type TidyOutcome =
  /** `skipped`: shapes others have moved or removed meanwhile, which were left as they are. */
  | { readonly kind: 'tidied'; readonly moved: number; readonly skipped: number }
  | { readonly kind: 'tidy-already' }
  /** Nothing, or only one shape, that could be laid out. */
  | { readonly kind: 'too-few'; readonly found: 0 | 1 }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'failed'; readonly reason: LayoutFailure }

/**
 * Lays out the selection or the page: one undo step, written once, the middle of it where it was. What others do to the
 * shapes meanwhile stays.
 */
export async function tidy(editor: Editor, options: TidyOptions): Promise<TidyOutcome> {
  const { scope, direction, signal, engine } = options
  if (editor.getIsReadonly()) return { kind: 'read-only' }
  const found = readDesigns(editor, scope, direction)
  const designs = found.filter(({ boxes }) => boxes.length > 1)
  if (designs.length === 0) {
    return { kind: 'too-few', found: found.some(({ boxes }) => boxes.length === 1) ? 1 : 0 }
  }

  const results: [Design, LayoutResult][] = []
  try {
    for (const design of designs) {
      const how = { ...(signal ? { signal } : {}), ...(engine ? { engine } : {}) }
      results.push([design, await layOut(design.input, how)])
    }
  } catch (error) {
    if (error instanceof LayoutError) return { kind: 'failed', reason: error.reason }
    throw error
  }
  if (editor.isDisposed || editor.getIsReadonly()) return { kind: 'read-only' }

  const now = (id: TLShapeId) => (editor.isShapeOrAncestorLocked(id) ? undefined : editor.getShape(id))
  const plans = results.map(([design, result]) => planMoves(design, result, now))
  const changes = plans.flatMap((plan) => plan.changes)
  const skipped = plans.flatMap((plan) => plan.skipped).length
  let rerouted = 0
  glide(
    editor,
    changes.map(({ id }) => id),
    () => {
      editor.run(() => {
        editor.markHistoryStoppingPoint('tidy')
        editor.updateShapes([...changes])
        rerouted = runAround(editor, arrowsAmong(editor, designs))
      })
    },
  )
  if (changes.length + rerouted + skipped === 0) return { kind: 'tidy-already' }
  return { kind: 'tidied', moved: changes.length, skipped }
}

function arrowsAmong(editor: Editor, designs: readonly Design[]): Set<TLShapeId> {
  const boxes = designs.flatMap((design) => design.boxes)
  return new Set(
    boxes.flatMap(({ id }) => editor.getBindingsToShape(id, 'arrow').map(({ fromId }) => fromId)),
  )
}
