/**
 * What one board may hold. The numbers stop a broken or hostile client from making a board that other people's
 * browsers cannot open; an interview's board stays far below every one of them.
 */

/** Furthest coordinate from the origin, px. Beyond this, float error shows at tldraw's closest zoom. */
export const MAX_COORDINATE = 1e6

/** Longest side of anything, px. A tenth of the board; larger boxes make hit tests and exports crawl. */
export const MAX_SIZE = 1e5

/** Largest `scale`. tldraw makes it from the zoom level (at most 20); resizing may multiply it. */
export const MAX_SCALE = 1e3

/** Largest record as UTF-8 JSON, bytes, not counting a stroke's points: one record must fit one socket frame easily. */
export const MAX_RECORD_BYTES = 64 * 1024

/** Longest text of one record, UTF-16 units: three printed pages; text is measured on every keystroke. */
export const MAX_TEXT_LENGTH = 10_000

/** Largest `meta` as UTF-8 JSON, bytes. tldraw never shows it, so it must not become a hiding place. */
export const MAX_META_BYTES = 2 * 1024

/** Deepest rich-text node below the document node: three nested lists with text. Renderers recurse. */
export const MAX_RICH_TEXT_DEPTH = 8

/** Most points in one stroke. tldraw itself starts a new shape after 600 points of one segment. */
export const MAX_STROKE_POINTS = 5_000

/** Fewest and most points of a `line` shape: tldraw's geometry needs two; every point is a handle on screen. */
export const MIN_LINE_POINTS = 2
export const MAX_LINE_POINTS = 500

/** Longest record id, UTF-16 units. tldraw's own ids have 27. */
export const MAX_ID_LENGTH = 128

/** Largest image file, bytes. */
export const MAX_ASSET_BYTES = 5 * 1024 * 1024

/** Most records of all types: what a browser loads in well under a second. */
export const MAX_RECORDS = 5_000

/** Most shapes on one page: half of what tldraw allows; rendering stays fluent on an old laptop. */
export const MAX_SHAPES_PER_PAGE = 2_000

export const MAX_PAGES = 20

/** Deepest frame-in-frame nesting. tldraw recurses over parents, so a very long chain overflows its stack. */
export const MAX_NESTING = 64

/** Most structs in one Yjs update: a long offline edit has a few thousand; each costs the server time to integrate. */
export const MAX_UPDATE_ITEMS = 20_000

/**
 * How long a binding may point at a missing shape, ms. The client that made it removes it as soon as it hears of
 * the deletion, and only that client knows where the arrow's end should come to rest.
 */
export const DANGLING_BINDING_GRACE_MS = 2_000
