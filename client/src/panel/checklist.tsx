import type { Mark } from '@drawbar/shared/interview/event.ts'
import type { Level } from '@drawbar/shared/question/level.ts'
import type { ChecklistItem } from '@drawbar/shared/question/question.ts'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useSession, useSessionState } from '../session/use-session.ts'
import { ChecklistRow } from './checklist-row.tsx'
import { checklistKey, itemAfterMove } from './checklist-key.ts'
import styles from './checklist.module.css'
import { checklistGroups, shownMarks } from './shown-marks.ts'

export interface ChecklistProps {
  readonly items: readonly ChecklistItem[]
  readonly level: Level
}

/**
 * What to look for, by dimension. One stop of the Tab key: from there the arrows (or j and k) go from item to item, and
 * 1, 2, 3 mark the one that has the focus.
 */
export function Checklist({ items, level }: ChecklistProps) {
  const session = useSession()
  const stored = useSessionState((state) => state.interview.marks)
  const pending = useSessionState((state) => state.pendingCommands)
  const board = useSessionState((state) => state.board)
  const marks = useMemo(() => shownMarks(stored, pending), [stored, pending])
  const groups = useMemo(() => checklistGroups(items, marks), [items, marks])
  const order = groups.flatMap((group) => group.items.map((item) => item.id))
  const [current, setCurrent] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const list = useRef<HTMLDivElement>(null)
  const stop = current !== null && order.includes(current) ? current : order[0]

  function mark(itemId: string, next: Mark | null): void {
    if ((marks.get(itemId) ?? null) === next) return
    void session.send({ type: 'mark-item', itemId, mark: next, evidence: board?.evidence() ?? null })
  }

  function expand(itemId: string): void {
    const next = new Set(expanded)
    if (!next.delete(itemId)) next.add(itemId)
    setExpanded(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const action = checklistKey(event)
    if (!action || stop === undefined) return
    event.preventDefault()
    switch (action.type) {
      case 'move':
        focusItem(list.current, itemAfterMove(order, stop, action.by))
        return
      case 'mark':
        mark(stop, action.mark)
        return
      case 'expand':
        expand(stop)
    }
  }

  return (
    <div ref={list}>
      {groups.map((group) => (
        <section key={group.id} className={styles.group} aria-labelledby={`dimension-${group.id}`}>
          <h2 className={styles.groupHead}>
            <span id={`dimension-${group.id}`}>{group.name}</span>
            <span className={styles.progress}>
              {group.marked} of {group.items.length}
            </span>
          </h2>
          <ul className={styles.items}>
            {group.items.map((item) => (
              <ChecklistRow
                key={item.id}
                item={item}
                level={level}
                mark={marks.get(item.id) ?? null}
                marked={stored[item.id] ?? null}
                isStop={item.id === stop}
                expanded={expanded.has(item.id)}
                keyboard={{ onFocus: () => setCurrent(item.id), onKeyDown }}
                onMark={(next) => mark(item.id, next)}
                onExpand={() => expand(item.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function focusItem(list: HTMLElement | null, itemId: string): void {
  const row = list?.querySelector(`[data-item="${CSS.escape(itemId)}"]`)
  row?.querySelector<HTMLButtonElement>('button')?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
