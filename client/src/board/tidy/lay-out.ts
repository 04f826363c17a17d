import { fromElkGraph, toElkGraph } from './elk-graph.ts'
import type { LayoutEngine } from './layout-engine.ts'

/** Which way the arrows run. */
export type LayoutDirection = 'right' | 'down'

/** A box that is placed and keeps its size. Lengths in page px. */
export interface LayoutNode {
  readonly key: string
  readonly w: number
  readonly h: number
  /** The zone it stands in; null outside of all. */
  readonly parentKey: string | null
}

/** A box that grows around what stands in it. */
export interface LayoutZone {
  readonly key: string
  readonly parentKey: string | null
  /** Free room between its border and what stands in it. The top also has room for the label. */
  readonly padding: { readonly top: number; readonly side: number }
  /** It is never smaller than this; an empty zone has just this size. */
  readonly least: { readonly w: number; readonly h: number }
}

export interface LayoutEdge {
  /** Nodes or zones; an arrow that leads back in a circle is given the other way round. An edge to itself, or between a zone and something in it, has no say. */
  readonly fromKey: string
  readonly toKey: string
  /** Room to leave for its text. */
  readonly labelSize: { readonly w: number; readonly h: number } | null
}

/** What to lay out. Of two boxes that could stand either way, the one that comes first in `nodes` stays first. */
export interface LayoutInput {
  readonly nodes: readonly LayoutNode[]
  readonly zones: readonly LayoutZone[]
  readonly edges: readonly LayoutEdge[]
  readonly direction: LayoutDirection
}

export interface Place {
  readonly x: number
  readonly y: number
}

/** Left upper corners by key in whole px, measured from the corner of the whole; zones with their sizes. */
export interface LayoutResult {
  readonly nodes: ReadonlyMap<string, Place>
  readonly zones: ReadonlyMap<string, Place & { readonly w: number; readonly h: number }>
}

/** `stopped` by the caller, `too-long` by the clock, `failed` for all else. */
export type LayoutFailure = 'stopped' | 'too-long' | 'failed'

export class LayoutError extends Error {
  readonly reason: LayoutFailure

  constructor(reason: LayoutFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LayoutError'
    this.reason = reason
  }
}

/** How long one layout may take, ms. A hundred boxes take half a second, 500 some six seconds on two busy cores. */
export const LAYOUT_LIMIT_MS = 15_000

export interface LayOutOptions {
  readonly signal?: AbortSignal
  /** Who does the work; a worker of its own unless a test says otherwise. */
  readonly engine?: LayoutEngine
  readonly limitMs?: number
  /** Calls back once after `ms`; returns the way to call it off. */
  readonly after?: (ms: number, callback: () => void) => () => void
}

/**
 * Places boxes so that arrows run one way, nothing overlaps and zones hold what is theirs. The same input gives the same
 * result. Rejects with a {@link LayoutError}.
 */
export async function layOut(input: LayoutInput, options: LayOutOptions = {}): Promise<LayoutResult> {
  const { signal, limitMs = LAYOUT_LIMIT_MS, after = afterMs } = options
  if (signal?.aborted) throw stopped()
  if (input.nodes.length + input.zones.length === 0) return { nodes: new Map(), zones: new Map() }

  const ending = new AbortController()
  let callOff = () => {}
  const ended = new Promise<never>((_, reject) => {
    const onStop = () => reject(stopped())
    signal?.addEventListener('abort', onStop, { once: true })
    const cancel = after(limitMs, () => reject(new LayoutError('too-long', 'The layout took too long.')))
    callOff = () => {
      cancel()
      signal?.removeEventListener('abort', onStop)
    }
  })
  try {
    const engine = options.engine ?? (await Promise.race([loadEngine(), ended]))
    return fromElkGraph(input, await Promise.race([engine(toElkGraph(input), ending.signal), ended]))
  } catch (error) {
    if (error instanceof LayoutError) throw error
    throw new LayoutError('failed', 'The layout could not be made.', { cause: error })
  } finally {
    callOff()
    // A worker that is still busy is not waited for.
    ending.abort()
  }
}

async function loadEngine(): Promise<LayoutEngine> {
  const { workerEngine } = await import('./worker-engine.ts')
  return workerEngine
}

function stopped(): LayoutError {
  return new LayoutError('stopped', 'The layout was stopped.')
}

function afterMs(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
