/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/click-events-have-key-events --
   A combobox whose options have icons: HTML has no tags for it. Its keys are those of its input. */
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useEditor, useValue } from 'tldraw'
import { Kbd } from '../../ui/kbd.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useFreeRoomVersion } from '../use-free-room.ts'
import { useOwnKeys } from '../use-own-keys.ts'
import { applyChoice } from './apply-choice.ts'
import { firstText } from './first-text.ts'
import styles from './picker.module.css'
import { componentItems, pickerItems, type PickerItem } from './picker-items.ts'
import { PickerLine } from './picker-line.tsx'
import { pickerPlace } from './picker-place.ts'
import { pickerOf, type PickerRequest } from './picker-request.ts'
import { nothingOffered, pickerWords } from './picker-words.ts'
import { sourceName, standingsFor } from './standings.ts'

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
  const standings = useMemo(() => standingsFor(editor, request), [editor, request])
  const items = useMemo(
    () => (request.mode === 'turn-into' ? componentItems(text) : pickerItems(text, standings)),
    [text, standings, request.mode],
  )
  const chosen = Math.min(active, items.length - 1)
  const room = useFreeRoomVersion(editor)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- The room is measured, not passed in.
  const place = useMemo(() => pickerPlace(editor, request), [editor, request, room])
  const words = pickerWords(request, sourceName(editor, request))
  const isTouch = useMediaQuery('(pointer: coarse)')

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
    applyChoice(editor, request, { item, text, stay })
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
            <PickerLine item={item} />
          </li>
        ))}
      </ul>
      {items.length === 0 ? <p className={styles.none}>{nothingOffered(text)}</p> : null}
      {isTouch ? null : (
        <div className={styles.hints}>
          {words.hints.map(({ keys, does }) => (
            <span key={keys}>
              <Kbd keys={keys} /> {does}
            </span>
          ))}
        </div>
      )}
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
