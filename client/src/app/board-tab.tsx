import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { compareFigures } from '@drawbar/shared/question/compare-figures.ts'
import { estimate } from '@drawbar/shared/question/estimate.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { CoverageLens } from '../panel/coverage-lens.tsx'
import { EstimateCheck } from '../panel/estimate-check.tsx'
import { readSilencedRules, withSilenced, writeSilencedRules } from '../panel/silenced-rules.ts'
import type { BoardHandle } from '../session/board-handle.ts'
import { useSessionState } from '../session/use-session.ts'
import { Spinner } from '../ui/spinner.tsx'
import { readReferences } from './read-references.ts'

/** What can be seen on the board and what cannot, and how its numbers lie. Interviewers only. */
export function BoardTab({ question }: { readonly question: Question }) {
  const board = useSessionState((state) => state.board)
  return board === null ? <Spinner /> : <JudgedBoard board={board} question={question} />
}

const NONE: readonly BoardGraph[] = []

function JudgedBoard({ board, question }: { readonly board: BoardHandle; readonly question: Question }) {
  const graph = useSyncExternalStore(board.graph.subscribe, board.graph.get)
  const figures = useSyncExternalStore(board.figures.subscribe, board.figures.get)
  const compared = useMemo(() => compareFigures(estimate(question.estimation), figures), [question, figures])
  const [silenced, setSilenced] = useState(() => readSilencedRules(localStorage))
  const [references, setReferences] = useState(NONE)

  useEffect(() => {
    let gone = false
    void readReferences(question.references).then((read) => {
      if (!gone) setReferences(read)
    })
    return () => {
      gone = true
    }
  }, [question])

  return (
    <>
      <CoverageLens
        graph={graph}
        question={question}
        references={references}
        silenced={silenced}
        onSilence={(ruleId, on) => {
          const next = withSilenced(silenced, ruleId, on)
          setSilenced(next)
          writeSilencedRules(localStorage, next)
        }}
        onShow={board.showShapes}
      />
      <EstimateCheck compared={compared} />
    </>
  )
}
