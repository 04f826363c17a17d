import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { outlineChanges } from '@drawbar/shared/graph/outline-changes.ts'
import { useEffect, useRef, useState } from 'react'
import styles from './outline.module.css'

/** So long nothing has to change before it is told: nobody is told of each step of a drag or of each letter. */
const QUIET_MS = 1000
/** More changes than this at once are counted. */
const MOST_TOLD = 3

export interface OutlineChangesProps {
  readonly graph: BoardGraph
  /** How many lines the outline has. */
  readonly lines: number
  readonly pageId: string
}

/** Tells screen readers what has changed on the page since the panel opened, once it has come to rest. */
export function OutlineChanges({ graph, lines, pageId }: OutlineChangesProps) {
  const known = useRef({ graph, pageId })
  const [told, setTold] = useState('')
  useEffect(() => {
    if (known.current.graph === graph) return
    const timer = setTimeout(() => {
      const before = known.current
      known.current = { graph, pageId }
      const changes = before.pageId === pageId ? outlineChanges(before.graph, graph) : ['Another page']
      if (changes.length > 0) setTold(changesText(changes, lines))
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [graph, lines, pageId])
  return <output className={styles.changes}>{told}</output>
}

function changesText(changes: readonly string[], lines: number): string {
  const more = changes.length - MOST_TOLD
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'change' : 'changes'}`] : []
  const count = `${lines} ${lines === 1 ? 'line' : 'lines'} in all`
  return [...changes.slice(0, MOST_TOLD), ...rest, count].map((text) => `${text}.`).join(' ')
}
