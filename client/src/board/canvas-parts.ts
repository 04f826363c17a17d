import {
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  tipTapDefaultExtensions,
  type TLAnyShapeUtilConstructor,
  type TldrawOptions,
  type TLTextOptions,
} from 'tldraw'
import { isBoardShapeType } from '@drawbar/shared/board/board-schema.ts'
import { CardShapeUtil } from './shapes/card/card-shape-util.tsx'
import { ComponentShapeUtil } from './shapes/component/component-shape-util.tsx'
import { PlaceholderShapeUtil } from './shapes/placeholder/placeholder-shape-util.tsx'
import { WorksheetShapeUtil } from './shapes/worksheet/worksheet-shape-util.tsx'
import { ZoneShapeUtil } from './shapes/zone/zone-shape-util.tsx'
import { PinnedArrowUtil } from './worksheet/pinned-arrow-util.tsx'
import { MAX_PAGES, MAX_SHAPES_PER_PAGE } from '@drawbar/shared/board/board-limits.ts'

/** The shapes a board may hold: tldraw's, none that loads foreign pages or media, and ours. */
export const BOARD_SHAPE_UTILS: readonly TLAnyShapeUtilConstructor[] = [
  ...defaultShapeUtils.filter(({ type }) => isBoardShapeType(type) && type !== PinnedArrowUtil.type),
  PinnedArrowUtil,
  CardShapeUtil,
  ComponentShapeUtil,
  PlaceholderShapeUtil,
  WorksheetShapeUtil,
  ZoneShapeUtil,
]

export const BOARD_BINDING_UTILS = defaultBindingUtils

export const BOARD_TOOLS = [...defaultTools, ...defaultShapeTools]

export const BOARD_TEXT_OPTIONS: TLTextOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions },
}

export const BOARD_OPTIONS: Partial<TldrawOptions> = {
  maxPages: MAX_PAGES,
  maxShapesPerPage: MAX_SHAPES_PER_PAGE,
  maxFilesAtOnce: 10,
  // tldraw hears them on the whole page, and the checklist's marks are the keys 1 to 3. Every tool has its letter.
  enableToolbarKeyboardShortcuts: false,
}
