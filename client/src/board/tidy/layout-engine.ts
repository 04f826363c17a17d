import type { ElkNode } from 'elkjs/lib/elk-api.js'

/** Places the boxes of a graph. Stops what it does when `signal` says so. */
export type LayoutEngine = (graph: ElkNode, signal: AbortSignal) => Promise<ElkNode>
