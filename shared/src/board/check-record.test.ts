import { describe, expect, it } from 'vitest'
import type { TLRecord } from '@tldraw/tlschema'
import { MAX_RICH_TEXT_DEPTH, MAX_STROKE_POINTS, MAX_TEXT_LENGTH } from './board-limits.ts'
import { checkRecord } from './check-record.ts'
import { documentRecord, firstPage } from './layout.ts'
import { arrow, box, frame, page, stroke, withText } from './testing/boards.ts'

const SRC = `asset:${'0123456789abcdef'.repeat(4)}.png`

/** A copy of a record with the value at a path replaced; an unknown path is made. */
function but(record: TLRecord, path: string, value: unknown): object {
  const copy: Record<string, unknown> = structuredClone({ ...record })
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = copy
  for (const key of keys) at = at[key] as Record<string, unknown>
  at[last] = value
  return copy
}

function image(url = ''): TLRecord {
  return {
    ...box('img'),
    type: 'image',
    props: {
      w: 10,
      h: 10,
      playing: true,
      url,
      assetId: null,
      crop: null,
      flipX: false,
      flipY: false,
      altText: '',
    },
  }
}

function asset(props: object = {}): TLRecord {
  return {
    id: 'asset:a',
    typeName: 'asset',
    type: 'image',
    props: { w: 10, h: 10, name: 'a.png', isAnimated: false, mimeType: 'image/png', src: SRC, ...props },
    meta: {},
  } as TLRecord
}

function line(points: Record<string, { id: string; index: string; x: number; y: number }>): TLRecord {
  return {
    ...box('line'),
    type: 'line',
    props: { color: 'black', dash: 'draw', size: 'm', spline: 'line', points, scale: 1 },
  }
}

function richText(...content: unknown[]): object {
  return but(box('a'), 'props.richText', { type: 'doc', content })
}

function words(text: string, ...marks: unknown[]): object {
  return { type: 'paragraph', content: [{ type: 'text', text, marks }] }
}

function nested(depth: number): object {
  let node: object = { type: 'text', text: 'x' }
  for (let i = 1; i < depth; i++) node = { type: i === 1 ? 'paragraph' : 'listItem', content: [node] }
  return node
}

const SOUND: [string, unknown][] = [
  ['a box', box('a', {}, 'API')],
  ['an arrow', arrow('a')],
  ['a frame', frame('f')],
  ['a stroke', stroke('s', 3)],
  ['the longest stroke', stroke('s', MAX_STROKE_POINTS)],
  ['a page', page('two', 'a2')],
  ['the document', documentRecord()],
  ['the first page', firstPage()],
  ['an image', image('https://example.org')],
  ['an uploaded asset', asset()],
  ['an asset whose upload is under way', asset({ src: '' })],
  ['a box at the edge', box('a', { x: 1e6, y: -1e6 })],
  ['the longest text', box('a', {}, 'x'.repeat(MAX_TEXT_LENGTH))],
  ['a time in meta', but(box('a'), 'meta.at', 1_800_000_000_000)],
  ['a mail link', richText(words('bob', { type: 'link', attrs: { href: 'mailto:bob@example.org' } }))],
  ['the deepest text', richText(nested(MAX_RICH_TEXT_DEPTH))],
  ['a line', line({ a: { id: 'a', index: 'a1', x: 0, y: 0 }, b: { id: 'b', index: 'a2', x: 9, y: 0 } })],
]

const UNSOUND: [string, string, unknown][] = [
  ['nothing', 'not-a-record', undefined],
  ['a text', 'not-a-record', 'shape'],
  ['a camera', 'not-on-board', { typeName: 'camera', id: 'camera:page:page', x: 0, y: 0, z: 1, meta: {} }],
  ['somebody’s cursor', 'not-on-board', { typeName: 'instance_presence', id: 'instance_presence:a' }],
  ['an inherited type name', 'not-on-board', { typeName: 'constructor', id: 'constructor:a' }],
  ['an embed', 'schema', but(box('a'), 'type', 'embed')],
  ['an unknown shape', 'schema', but(box('a'), 'type', 'sticker')],
  ['an id of another type', 'schema', but(box('a'), 'id', 'page:a')],
  ['a very long id', 'id-too-long', but(box('a'), 'id', `shape:${'x'.repeat(200)}`)],
  ['a missing prop', 'schema', but(box('a'), 'props', { w: 1 })],
  ['an unknown prop', 'schema', but(box('a'), 'props.onload', 'x')],
  ['a broken index', 'schema', but(box('a'), 'index', 'zz!')],
  ['NaN', 'not-json', but(box('a'), 'x', NaN)],
  ['infinity', 'not-json', but(box('a'), 'x', Infinity)],
  ['bytes', 'not-json', but(box('a'), 'meta.bytes', new Uint8Array(3))],
  ['a bigint', 'not-json', but(box('a'), 'x', 1n)],
  ['a prototype from the wire', 'not-json', { ...box('a'), meta: Object.create({ x: 1 }) as object }],
  ['a box far out', 'coordinate', box('a', { x: 1e300 })],
  ['an arrow end far out', 'coordinate', but(arrow('a'), 'props.end.x', -2e6)],
  ['a stroke point far out', 'coordinate', but(stroke('s', 2), 'props.segments.0.points.1.x', 2e6)],
  ['a huge box', 'size', but(box('a'), 'props.w', 2e5)],
  ['a huge scale', 'size', but(box('a'), 'props.scale', 5e3)],
  ['a flat box', 'schema', but(box('a'), 'props.w', 0)],
  ['a stroke too long', 'stroke', stroke('s', MAX_STROKE_POINTS + 1)],
  ['a stroke without a segment', 'stroke', but(stroke('s', 1), 'props.segments', [])],
  ['a segment without a point', 'stroke', stroke('s', 0)],
  ['a line of one point', 'line', line({ a: { id: 'a', index: 'a1', x: 0, y: 0 } })],
  [
    'a line with two points in one place',
    'line',
    line({ a: { id: 'a', index: 'a1', x: 0, y: 0 }, b: { id: 'b', index: 'a1', x: 1, y: 1 } }),
  ],
  [
    'a line point under another name',
    'line',
    line({ a: { id: 'a', index: 'a1', x: 0, y: 0 }, b: { id: 'c', index: 'a2', x: 1, y: 1 } }),
  ],
  ['a text too long', 'text-too-long', box('a', {}, 'x'.repeat(MAX_TEXT_LENGTH + 1))],
  ['a frame name too long', 'text-too-long', but(frame('f'), 'props.name', 'x'.repeat(MAX_TEXT_LENGTH + 1))],
  ['a page name too long', 'text-too-long', but(firstPage(), 'name', 'x'.repeat(MAX_TEXT_LENGTH + 1))],
  ['a big meta', 'meta-too-large', but(box('a'), 'meta.note', 'ü'.repeat(1_100))],
  [
    'a big record',
    'record-too-large',
    richText(...Array.from({ length: 3_200 }, () => ({ type: 'paragraph' }))),
  ],
  ['a text too deep', 'rich-text-depth', richText(nested(MAX_RICH_TEXT_DEPTH + 1))],
  ['an unknown node', 'rich-text', richText({ type: 'iframe' })],
  ['a node named like an object’s method', 'rich-text', richText({ type: 'constructor' })],
  ['an unknown mark', 'rich-text', richText(words('x', { type: 'onclick' }))],
  ['an unknown attribute', 'rich-text', richText({ type: 'paragraph', attrs: { style: 'x' } })],
  ['an empty text node', 'rich-text', richText(words(''))],
  ['a script link', 'link', richText(words('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))],
  ['a link to nowhere', 'link', richText(words('x', { type: 'link', attrs: {} }))],
  ['a relative link', 'link', richText(words('x', { type: 'link', attrs: { href: '/admin' } }))],
  ['a script url', 'schema', but(box('a'), 'props.url', 'javascript:alert(1)')],
  ['a relative url', 'link', but(box('a'), 'props.url', '/admin')],
  ['a mail url on an image', 'link', image('mailto:bob@example.org')],
  ['an inline image', 'asset', asset({ src: 'data:image/png;base64,AAAA' })],
  ['an inline drawing', 'asset', asset({ src: 'data:image/svg+xml,<svg/>' })],
  ['an image from elsewhere', 'asset', asset({ src: 'https://example.org/a.png' })],
  ['an asset that is no image', 'asset', asset({ src: SRC.replace('.png', '.svg') })],
  ['an asset type we do not serve', 'asset', asset({ mimeType: 'image/svg+xml' })],
  ['a video asset', 'not-on-board', { ...asset(), type: 'video' }],
  [
    'a bookmark asset',
    'not-on-board',
    { ...asset(), type: 'bookmark', props: { title: '', description: '', image: '', favicon: '', src: '' } },
  ],
  ['an asset too big', 'coordinate', asset({ fileSize: 6 * 1024 * 1024 })],
]

describe('checkRecord', () => {
  it.each(SOUND)('[R2] lets %s through unchanged', (_name, record) => {
    expect(checkRecord(record)).toEqual({ ok: true, record })
  })

  it.each(UNSOUND)('[R2] refuses %s: %s', (_name, reason, record) => {
    expect(checkRecord(record)).toEqual({ ok: false, reason })
  })

  it('[R2] refuses a box that becomes a note', () => {
    const {
      growY,
      url,
      richText: text,
      align,
      verticalAlign,
      labelColor,
      color,
      size,
      font,
      scale,
    } = box('a').props
    const note = {
      ...box('a'),
      type: 'note',
      props: {
        growY,
        url,
        richText: text,
        align,
        verticalAlign,
        labelColor,
        color,
        size,
        font,
        scale,
        fontSizeAdjustment: 0,
      },
    }
    expect(checkRecord(note)).toMatchObject({ ok: true })
    expect(checkRecord(note, box('a'))).toEqual({ ok: false, reason: 'type-changed' })
  })

  it('[R2] reasons carry nothing of the record', () => {
    const secret = 'swordfish'
    const refused = [
      but(box('a'), `props.${secret}`, 1),
      but(box('a'), 'props.url', `javascript:${secret}`),
      but(box('a'), 'props.color', secret),
      but(box('a'), 'props.richText', { ...withText('x'), type: secret }),
    ].map((record) => checkRecord(record))
    expect(refused.every(({ ok }) => !ok)).toBe(true)
    expect(JSON.stringify(refused)).not.toContain(secret)
  })
})
