import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import { ChevronDown, Play, Undo2, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Editor } from 'tldraw'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { useKeyboardBack } from '../use-keyboard-back.ts'
import { suggestPaths } from './suggest-paths.ts'
import { keysOf } from './walk-bar-keys.ts'
import styles from './walk-bar.module.css'
import { nextOnPath, type PickedPath } from './walk-path.ts'
import { pathText } from './walk-words.ts'

export interface ChoosingBarProps {
  readonly editor: Editor
  readonly choice: PickedPath
  readonly readGraph: () => BoardGraph
  readonly onChange: (next: PickedPath) => void
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** Builds a path: by clicks on the board, from the suggestions, or stop by stop from a list. */
export function ChoosingBar({ editor, choice, readGraph, onChange, onStart, onCancel }: ChoosingBarProps) {
  const { path, refusal } = choice
  const bar = useRef<HTMLFieldSetElement>(null)
  useKeyboardBack(editor, bar)
  // Read again with each change of the path: the board may have changed as well.
  const { suggestions, next } = useMemo(() => {
    const graph = readGraph()
    return { suggestions: suggestPaths(graph), next: nextOnPath(graph, path) }
  }, [readGraph, path])

  useEffect(() => bar.current?.focus(), [])

  return (
    <div className={styles.place}>
      {/* Its keys are those of the buttons in it, from any of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        ref={bar}
        className={styles.bar}
        aria-label="Choose a path to walk"
        tabIndex={-1}
        onKeyDown={keysOf({
          Escape: onCancel,
          Backspace: () => onChange({ path: path.slice(0, -1), refusal: null }),
        })}
      >
        <output className={styles.text} data-tone={refusal === null ? undefined : 'bad'}>
          {refusal ?? (path.length === 0 ? 'Click the components of a request in order.' : pathText(path))}
        </output>
        <IconButton label="Cancel" keys="Esc" size="small" onClick={onCancel}>
          <X size={16} aria-hidden />
        </IconButton>
        <div className={styles.buttons}>
          <Menu
            align="start"
            trigger={
              <Button size="small" look="quiet">
                Suggestions <ChevronDown size={14} aria-hidden />
              </Button>
            }
          >
            {suggestions.map((suggestion) => (
              <MenuItem
                key={suggestion.map(({ shapeId, viaId }) => `${viaId} ${shapeId}`).join(' ')}
                onSelect={() => onChange({ path: suggestion, refusal: null })}
              >
                {pathText(suggestion)}
              </MenuItem>
            ))}
            {suggestions.length === 0 ? (
              <MenuItem disabled onSelect={() => {}} detail="Join two components with an arrow first.">
                No arrow leads anywhere yet.
              </MenuItem>
            ) : null}
          </Menu>
          <Menu
            align="start"
            trigger={
              <Button size="small" look="quiet">
                {path.length === 0 ? 'First stop' : 'Next stop'} <ChevronDown size={14} aria-hidden />
              </Button>
            }
          >
            {next.map((stop) => (
              <MenuItem
                key={`${stop.viaId} ${stop.shapeId}`}
                onSelect={() => onChange({ path: [...path, stop], refusal: null })}
              >
                {stop.label}
              </MenuItem>
            ))}
            {next.length === 0 ? (
              <MenuItem disabled onSelect={() => {}}>
                {path.length === 0
                  ? 'There is no component on this page yet.'
                  : 'No arrow leads on from here.'}
              </MenuItem>
            ) : null}
          </Menu>
          <IconButton
            label="Take the last stop away"
            keys="Backspace"
            size="small"
            blocked={path.length === 0 ? 'There is no stop yet.' : null}
            onClick={() => onChange({ path: path.slice(0, -1), refusal: null })}
          >
            <Undo2 size={16} aria-hidden />
          </IconButton>
          <Button
            look="primary"
            size="small"
            blocked={path.length < 2 ? 'A walk needs two components at least.' : null}
            onClick={onStart}
          >
            <Play size={14} aria-hidden /> Start
          </Button>
        </div>
      </fieldset>
    </div>
  )
}
