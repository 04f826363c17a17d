/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events --
   A combobox whose options have icons: HTML has no tags for it. Its keys are those of its input. */
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useEditor, useValue, type Editor, type TLShapeId, type VecModel } from 'tldraw'
import type { Bounds } from '@drawbar/shared/graph/board-graph.ts'
import { COMPONENT, type ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { connect } from '../connectors/connect.ts'
import { freeRoom } from '../free-room.ts'
import { useOwnKeys } from '../use-own-keys.ts'
import { PieceIcon } from './piece-icon.tsx'
import styles from './picker.module.css'
import type { TextRange } from './match-text.ts'
import {
  pickerItems,
  readPickerLine,
  signOf,
  type PickerItem,
  type Standing,
  type Standings,
} from './picker-items.ts'
import { pickerOf, type PickerRequest } from './picker-request.ts'
import { isConnectable, isPlainBox, nameOfComponent, textOfBox } from './pieces-on-board.ts'
import { placePiece } from './place-piece.ts'
import { turnInto } from './turn-into.ts'

const WIDTH = 340
const HEIGHT = 420

/** The way to everything that can be put on the board, by typing. Shown while somebody has asked for it. */
export function Picker() {
  const editor = useEditor()
  const request = useValue('picker', () => pickerOf(editor).get(), [editor])
  if (request === null) return null
  return <OpenPicker key={keyOf(request)} request={request} />
}

function keyOf(request: PickerRequest): string {
  return JSON.stringify(request)
}

function OpenPicker({ request }: { readonly request: PickerRequest }) {
  const editor = useEditor()
  const listId = useId()
  const panel = useRef<HTMLDialogElement>(null)
  const pressed = useRef(false)
  const [text, setText] = useState(() => firstText(editor, request))
  const [active, setActive] = useState(0)
  const standing = useMemo(() => standingFor(editor, request), [editor, request])
  const items = useMemo(() => {
    const found = pickerItems(text, standing)
    return request.mode === 'turn-into' ? found.filter(isComponentItem) : found
  }, [text, standing, request.mode])
  const chosen = Math.min(active, items.length - 1)
  const place = useMemo(() => placeOf(editor, request), [editor, request])

  const close = useCallback(() => {
    pickerOf(editor).set(null)
    editor.getContainer().focus()
  }, [editor])

  // What is selected stays so: by itself tldraw would let go of it.
  useOwnKeys(
    panel,
    useCallback(
      ({ key, isComposing }) => {
        if (key !== 'Escape' || isComposing) return false
        close()
        return true
      },
      [close],
    ),
  )

  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return
      pickerOf(editor).set(null)
    }
    document.addEventListener('pointerdown', away, { capture: true })
    return () => document.removeEventListener('pointerdown', away, { capture: true })
  }, [editor])

  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen])

  const choose = (item: PickerItem | undefined, stay: boolean) => {
    if (item === undefined) return
    apply(editor, request, item, text, stay)
    close()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setActive((chosen + step + items.length) % items.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pressed.current = true
    } else if (event.key === 'Tab') {
      event.preventDefault()
      close()
    }
  }

  // Chosen when the key comes up: tldraw would take that for a wish to edit what has just been placed. The event goes
  // on: whoever has seen the opening key go down must see it come up, or takes no other key.
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !pressed.current) return
    pressed.current = false
    choose(items[chosen], event.shiftKey)
  }

  const words = wordsFor(editor, request)
  return (
    <dialog
      ref={panel}
      className={styles.picker}
      style={{
        insetInlineStart: place.x,
        insetBlockStart: place.y,
        inlineSize: place.w,
        maxBlockSize: place.h,
      }}
      open
      aria-label={words.title}
    >
      <div className={styles.title}>{words.title}</div>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={words.title}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items[chosen] ? `${listId}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="redis, queue, region…"
        value={text}
        // It was asked for by a key or a gesture; whoever asked goes on typing.
        autoFocus
        onKeyDown={onKeyDown}
        onKeyUp={onKeyUp}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setActive(0)
        }}
      />
      <ul id={listId} className={styles.list} role="listbox" aria-label="Pieces">
        {items.map((item, i) => (
          <li
            key={item.key}
            id={`${listId}-${i}`}
            className={styles.item}
            role="option"
            aria-selected={i === chosen}
            onPointerMove={() => setActive(i)}
            // The input keeps the keyboard.
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => choose(item, event.shiftKey)}
          >
            <ItemLine item={item} />
          </li>
        ))}
      </ul>
      {items.length === 0 ? (
        <p className={styles.none}>
          Nothing is called that. Try what it does: cache, queue, database, worker.
        </p>
      ) : null}
      <div className={styles.hints}>
        {words.hints.map(({ keys, does }) => (
          <span key={keys}>
            <Kbd keys={keys} /> {does}
          </span>
        ))}
      </div>
      <output className={styles.count}>{items.length === 1 ? '1 match' : `${items.length} matches`}</output>
    </dialog>
  )
}

const STEPS: { readonly [key: string]: number | undefined } = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

function ItemLine({ item }: { readonly item: PickerItem }) {
  if (item.does !== 'place') {
    return (
      <>
        <span className={styles.to}>{item.does === 'go' ? 'Go to' : 'Connect to'}</span>
        <span className={styles.name}>{item.to.name}</span>
        <span className={styles.detail}>{item.to.detail}</span>
      </>
    )
  }
  return (
    <>
      <PieceIcon piece={item.piece} />
      <span className={styles.name}>{marked(item.title, item.ranges)}</span>
      <span className={styles.detail}>{item.detail}</span>
    </>
  )
}

function marked(text: string, ranges: readonly TextRange[]) {
  const parts = []
  let end = 0
  for (const { start: from, end: to } of ranges) {
    parts.push(text.slice(end, from), <mark key={from}>{text.slice(from, to)}</mark>)
    end = to
  }
  return [...parts, text.slice(end)]
}

function isComponentItem(item: PickerItem): boolean {
  return item.does === 'place' && item.piece.type === 'component'
}

/** What the boxes that are to be turned into something say is looked for first. */
function firstText(editor: Editor, request: PickerRequest): string {
  if (request.mode === 'place') return ''
  const [first] = request.shapeIds
  const box = first === undefined ? undefined : editor.getShape(first)
  const text = box !== undefined && isPlainBox(editor, box) ? textOfBox(editor, box) : ''
  return pickerItems(text, NOTHING).some(isComponentItem) ? text : ''
}

const NOTHING: Standings = { all: [], connectable: [] }

function standingFor(editor: Editor, request: PickerRequest): Standings {
  if (request.mode !== 'place' || request.arrowId !== null) return NOTHING
  const all = editor.getCurrentPageShapes().flatMap((shape): Standing[] => {
    if (!isConnectable(editor, shape)) return []
    if (editor.isShapeOfType<ComponentShape>(shape, COMPONENT)) {
      return [{ id: shape.id, name: nameOfComponent(shape), detail: titleOf(shape.props.kind) }]
    }
    const name = isPlainBox(editor, shape) ? textOfBox(editor, shape) : ''
    return name === '' ? [] : [{ id: shape.id, name, detail: '' }]
  })
  return { all, connectable: request.fromId === null ? [] : all.filter(({ id }) => id !== request.fromId) }
}

function apply(editor: Editor, request: PickerRequest, item: PickerItem, text: string, stay: boolean): void {
  const said = readPickerLine(signOf(text).rest)
  if (item.does === 'go') {
    editor.setSelectedShapes([item.to.id as TLShapeId])
    editor.zoomToSelectionIfOffscreen(64, { animation: { duration: 200 } })
    return
  }
  if (item.does === 'connect' && request.mode === 'place' && request.fromId !== null) {
    const toId = item.to.id as TLShapeId
    editor.markHistoryStoppingPoint('connect')
    connect(editor, request.fromId, toId, { label: said.connection })
    editor.setSelectedShapes([stay ? toId : request.fromId])
    return
  }
  if (item.does !== 'place') return
  if (request.mode === 'place') {
    const { at, fromId, arrowId } = request
    placePiece(editor, item.piece, { said, at, fromId, arrowId, goOnFrom: stay ? 'source' : 'new' })
  } else if (item.piece.type === 'component') {
    const { kind, technology } = item.piece
    const replaced = text === firstText(editor, request) ? { ...said, label: '' } : said
    turnInto(editor, request.shapeIds, { kind, technology, said: replaced })
  }
}

interface Words {
  readonly title: string
  readonly hints: readonly { readonly keys: string; readonly does: string }[]
}

function wordsFor(editor: Editor, request: PickerRequest): Words {
  if (request.mode === 'turn-into') {
    const many = request.shapeIds.length > 1
    return {
      title: many ? `Turn ${request.shapeIds.length} boxes into…` : 'Turn this box into…',
      hints: [{ keys: 'Enter', does: many ? 'turns them' : 'turns it' }],
    }
  }
  const source = request.fromId === null ? undefined : editor.getShape(request.fromId)
  if (source === undefined) {
    return {
      title: 'Add to the board',
      hints: [
        { keys: 'Enter', does: 'adds it' },
        { keys: '@', does: 'goes to what is there' },
      ],
    }
  }
  const name = editor.isShapeOfType<ComponentShape>(source, COMPONENT) ? nameOfComponent(source) : 'the box'
  return {
    title: `Connect ${name} to…`,
    hints: [
      { keys: 'Enter', does: 'adds it' },
      { keys: 'Shift+Enter', does: 'and stays here' },
      { keys: '|', does: 'says what flows' },
      { keys: '@', does: 'goes elsewhere' },
    ],
  }
}

/** Beside what it was opened for, whole on the board, off tldraw's own parts. Px from the board's top left corner. */
function placeOf(editor: Editor, request: PickerRequest): Bounds {
  const free = freeRoom(editor)
  const w = Math.min(WIDTH, free.w)
  const h = Math.min(HEIGHT, free.h)
  const anchor = anchorOf(editor, request)
  return {
    x: Math.max(free.x, Math.min(anchor.x, free.x + free.w - w)),
    y: Math.max(free.y, Math.min(anchor.y, free.y + free.h - h)),
    w,
    h,
  }
}

function anchorOf(editor: Editor, request: PickerRequest): VecModel {
  if (request.mode === 'place' && request.at !== null) return editor.pageToViewport(request.at)
  const id = request.mode === 'place' ? request.fromId : request.shapeIds[0]
  const bounds = id === null || id === undefined ? undefined : editor.getShapePageBounds(id)
  if (bounds !== undefined) {
    const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.minY })
    return { x: x + 16, y }
  }
  const screen = editor.getViewportScreenBounds()
  return { x: screen.w / 2 - WIDTH / 2, y: screen.h / 2 - HEIGHT / 2 }
}
