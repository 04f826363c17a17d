import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { useEffect, useState } from 'react'
import { useValue, type Editor, type TLShapeId } from 'tldraw'
import { useStore } from 'zustand'
import { useSession, useSessionState } from '../../session/use-session.ts'
import { ChoosingBar } from './choosing-bar.tsx'
import { pickByClick } from './pick-by-click.ts'
import { SteppingBar } from './stepping-bar.tsx'
import { useWalk } from './use-walk.ts'
import { beginChoosing, stopChoosing, walkChoice } from './walk-choice.ts'
import { meantBy, pickOnPath } from './walk-path.ts'

export interface WalkBarProps {
  readonly editor: Editor
  /** The page on screen as a graph, read when it is asked for. */
  readonly readGraph: () => BoardGraph
}

/**
 * Chooses a path and leads along it. Nothing while there is no walk. Stands beside the canvas, not in it, in an element
 * that fills the board: tldraw would take its keys otherwise.
 */
export function WalkBar({ editor, readGraph }: WalkBarProps) {
  const session = useSession()
  const { shown, control } = useWalk()
  const choice = useStore(walkChoice)
  const mayLead = useSessionState(({ role, interview }) => can(role, 'step-walk', interview.state).allowed)
  const by = shown?.walk.by
  const leader = useSessionState(
    ({ interview }) => interview.participants.find(({ id }) => id === by)?.name ?? null,
  )
  const choosing = choice !== null
  const [isMine, setMine] = useState(false)
  const stop = shown?.walk.path[shown.step]?.shapeId
  const isGone = useValue(
    'stop is gone',
    () => stop !== undefined && editor.getShape(stop as TLShapeId) === undefined,
    [editor, stop],
  )

  useEffect(() => {
    if (!choosing) return
    const pick = (shapeIds: readonly string[]) => {
      const path = walkChoice.getState()?.path ?? []
      const graph = readGraph()
      const shapeId = meantBy(graph, shapeIds)
      if (shapeId !== undefined) walkChoice.setState(pickOnPath(graph, path, shapeId), true)
    }
    return pickByClick(editor, { onPick: pick, onOtherTool: stopChoosing })
  }, [choosing, editor, readGraph])

  // A walk that someone else begins is what everyone looks at now; one may also no longer be allowed to begin one.
  const walkId = shown?.walk.walkId
  useEffect(() => {
    if (walkId !== undefined || !mayLead) stopChoosing()
  }, [walkId, mayLead])

  useEffect(() => {
    return () => {
      stopChoosing()
      control.leave()
    }
  }, [control])

  async function start(): Promise<void> {
    const path = walkChoice.getState()?.path ?? []
    stopChoosing()
    const evidence = session.state.getState().board?.evidence() ?? null
    // What was chosen is not lost.
    setMine(true)
    if (!(await control.start(path, editor.getCurrentPageId(), evidence))) beginChoosing(path)
  }

  if (choice) {
    return (
      <ChoosingBar
        editor={editor}
        choice={choice}
        readGraph={readGraph}
        onChange={(next) => walkChoice.setState(next, true)}
        onStart={() => void start()}
        onCancel={stopChoosing}
      />
    )
  }
  if (!shown) return null
  return (
    <SteppingBar
      editor={editor}
      path={shown.walk.path}
      step={shown.step}
      isGone={isGone}
      leader={leader}
      mayLead={mayLead}
      takesKeyboard={isMine}
      onStep={(step) => control.goTo(shown.walk, step)}
      onChooseAgain={() => beginChoosing()}
      onEnd={() => void control.end(shown.walk)}
    />
  )
}
