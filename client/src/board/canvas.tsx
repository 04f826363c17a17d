import { useLayoutEffect } from 'react'
import {
  registerDefaultSideEffects,
  TldrawEditor,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
  TldrawUi,
  useEditor,
  type Editor,
  type TLEditorComponents,
  type TLStore,
  type TLUiComponents,
  type TLUser,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { Spinner } from '../ui/spinner.tsx'
import { BOARD_ASSET_URLS } from './asset-urls.ts'
import { BoardCrash } from './board-crash.tsx'
import { BOARD_OVERRIDES, BoardContextMenu, BoardMainMenu, BoardToolbar } from './board-menus.tsx'
import { BoardStylePanel } from './board-style-panel.tsx'
import styles from './board.module.css'
import {
  BOARD_BINDING_UTILS,
  BOARD_OPTIONS,
  BOARD_SHAPE_UTILS,
  BOARD_TEXT_OPTIONS,
  BOARD_TOOLS,
} from './canvas-parts.ts'
import { QuickConnect } from './connectors/quick-connect.tsx'
import { Dock } from './dock/dock.tsx'
import { takeExternalContent } from './external-content.ts'
import { IMAGE_TYPES } from './image-kinds.ts'
import { keepKeysHeldTrue } from './keys-held.ts'
import { Picker } from './picker/picker.tsx'
import { showDetailByZoom } from './shapes/component/detail-level.ts'
import { RoundStarter } from './starters/round-starter.tsx'
import { openPickerByLongPress } from './touch/long-press.ts'
import { WalkButton } from './walk/walk-button.tsx'
import { WalkOverlay } from './walk/walk-overlay.tsx'
import { PinBar } from './worksheet/pin-bar.tsx'
import { PinnedBadges } from './worksheet/pinned-badges.tsx'

const EDITOR_COMPONENTS: TLEditorComponents = {
  Scribble: TldrawScribble,
  CollaboratorScribble: TldrawScribble,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: TldrawOverlays,
  LoadingScreen: CanvasLoading,
  ErrorFallback: BoardCrash,
  OnTheCanvas: PinnedBadges,
}

/** With what somebody who draws, or watches others draw, has over the canvas. */
const DRAWING_COMPONENTS: TLEditorComponents = { ...EDITOR_COMPONENTS, InFrontOfTheCanvas: Overlays }

const UI_COMPONENTS: TLUiComponents = {
  MainMenu: BoardMainMenu,
  Toolbar: BoardToolbar,
  StylePanel: BoardStylePanel,
  SharePanel: null,
  TopPanel: null,
  HelpMenu: null,
  DebugMenu: null,
  DebugPanel: null,
  VideoToolbar: null,
}

/** For looking around only: no tools, nothing to style. */
const READING_COMPONENTS: TLUiComponents = { ...UI_COMPONENTS, Toolbar: null, StylePanel: null }

const MEDIA_TYPES = [...IMAGE_TYPES]

export interface CanvasProps {
  readonly store: TLStore
  readonly user: TLUser
  /** To draw on, or only to look around in. */
  readonly use: 'draw' | 'read'
  /** Whether the keyboard goes to the canvas at once. */
  readonly takesKeyboard: boolean
  /** The canvas is on screen. Returns what to do when it goes. */
  readonly onMount: (editor: Editor) => () => void
}

/** tldraw, with the shapes, tools and menus a board has. */
export function Canvas({ store, user, use, takesKeyboard, onMount }: CanvasProps) {
  return (
    <TldrawEditor
      className={styles.canvas}
      store={store}
      user={user}
      // tldraw's word for taking its keyboard shortcuts; nothing is scrolled to or read out.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesKeyboard}
      initialState={use === 'read' ? 'hand' : 'select'}
      shapeUtils={BOARD_SHAPE_UTILS}
      bindingUtils={BOARD_BINDING_UTILS}
      tools={BOARD_TOOLS}
      textOptions={BOARD_TEXT_OPTIONS}
      options={BOARD_OPTIONS}
      components={use === 'read' ? EDITOR_COMPONENTS : DRAWING_COMPONENTS}
      assetUrls={BOARD_ASSET_URLS}
    >
      <TldrawUi
        assetUrls={BOARD_ASSET_URLS}
        components={use === 'read' ? READING_COMPONENTS : UI_COMPONENTS}
        overrides={BOARD_OVERRIDES}
        mediaMimeTypes={MEDIA_TYPES}
      >
        <MountedCanvas use={use} onMount={onMount} />
      </TldrawUi>
    </TldrawEditor>
  )
}

function MountedCanvas({ use, onMount }: Pick<CanvasProps, 'use' | 'onMount'>) {
  const editor = useEditor()
  useLayoutEffect(() => {
    const stopSideEffects = registerDefaultSideEffects(editor)
    const stopDetail = showDetailByZoom(editor)
    const stopLongPress = openPickerByLongPress(editor)
    const stopKeys = keepKeysHeldTrue(editor)
    const stopContent = takeExternalContent(editor)
    const unmount = onMount(editor)
    return () => {
      unmount()
      stopContent()
      stopKeys()
      stopLongPress()
      stopDetail()
      stopSideEffects()
    }
  }, [editor, onMount])
  return (
    <>
      <BoardContextMenu />
      {use === 'draw' ? (
        <>
          <Picker />
          <PinBar />
          <RoundStarter />
        </>
      ) : null}
      <Dock storage={localStorage} extra={use === 'draw' ? <WalkButton /> : null} />
    </>
  )
}

function Overlays() {
  return (
    <>
      <QuickConnect />
      <WalkOverlay />
    </>
  )
}

function CanvasLoading() {
  return (
    <output className={styles.message}>
      <Spinner /> Preparing the board…
    </output>
  )
}
