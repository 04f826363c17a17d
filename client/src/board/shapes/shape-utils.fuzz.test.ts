// @vitest-environment jsdom
import { BOARD_SHAPE_TYPES } from '@drawbar/shared/board/board-schema.ts'
import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { isOwnShapeType, type OwnShapeType } from '@drawbar/shared/board/shapes/own-shapes.ts'
import type { Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { shapesOfType } from '@drawbar/shared/board/testing/arbitrary-records.ts'
import * as fc from 'fast-check'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Editor, EditorProvider, Vec, type SvgExportContext, type TLShape } from 'tldraw'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openEditor } from '../testing/open-editor.ts'
import { loadMath, mathState } from '../worksheet/load-math.ts'
import { pinnedText } from '../worksheet/pinned-text.ts'

/** What the server lets through stands on everybody's canvas: no such record may make a shape throw. */

const OWN_TYPES = BOARD_SHAPE_TYPES.filter(isOwnShapeType)
const SVG: SvgExportContext = {
  isDarkMode: true,
  scale: 1,
  pixelRatio: 1,
  addExportDef() {},
  waitUntil() {},
  resolveAssetUrl: () => Promise.resolve(null),
}

/** Names that every object has, and sizes and texts at the edge of what passes. */
const NAMES = ['constructor', 'valueOf', 'toString', 'name', 'text', 'section', 'method', '__proto__', '0']
const size = fc.oneof(
  fc.constantFrom(Number.MIN_VALUE, 1e-9, 0.01, 1, 16, 71.9, 1e5),
  fc.double({ min: Number.MIN_VALUE, max: 1e5, noNaN: true }),
)
const text = fc.oneof(
  fc.constantFrom('', ' ', '\n', '\u0000', '\ud83d', '\udc00\u202e', 'x'.repeat(120), '缓'.repeat(120)),
  fc.string({ maxLength: 120, unit: 'binary' }),
)
const KINDS = ['cache', 'region', 'api', 'table', 'decision', 'requirements', 'constructor', 'valueof']
const kind = fc.constantFrom(...KINDS, 'a--------------------------------------z')
const cells = fc.dictionary(fc.constantFrom(...NAMES), text, { maxKeys: 4, noNullPrototype: true })
const rowIds = fc.uniqueArray(fc.constantFrom(...NAMES, 'what', 'why'), { maxLength: 6 })
const rows = fc
  .tuple(rowIds, fc.array(cells, { minLength: 6, maxLength: 6 }), fc.constantFrom('a1', 'a2', 'Zz'))
  .map(([ids, texts, index]) =>
    Object.fromEntries(ids.map((id, i) => [id, { id, index, cells: texts[i] ?? {} }] as const)),
  )

function hostile(type: OwnShapeType): fc.Arbitrary<TLShape> {
  const extremes = fc.record({ w: size, h: size, kind, rows, label: text, title: text, technology: text })
  const shapes = fc
    .tuple(
      shapesOfType(type),
      extremes,
      fc.subarray(['w', 'h', 'kind', 'rows', 'label', 'title', 'technology'] as const),
    )
    .map(([record, extreme, chosen]) => {
      const shape = record as TLShape
      const props: Readonly<Record<string, unknown>> = { ...shape.props }
      const changed = chosen.filter((name) => Object.hasOwn(props, name))
      const changes = Object.fromEntries(changed.map((name) => [name, extreme[name]]))
      return { ...shape, props: { ...props, ...changes } }
    })
  return shapes.filter((shape) => checkRecord(shape).ok)
}

let editor: Editor

beforeAll(async () => {
  editor = openEditor()
  vi.spyOn(editor.textMeasure, 'measureText').mockReturnValue({ x: 0, y: 0, w: 50, h: 20, scrollWidth: 50 })
  // jsdom draws nothing, and says so every time.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  await loadMath()
})

const seed = Math.floor(Math.random() * 2 ** 31)

describe(`records that pass the check, seed ${seed}`, () => {
  test.each(OWN_TYPES)('%s: throws nowhere, and has a place of numbers', async (type) => {
    const util = editor.getShapeUtil(type)
    await fc.assert(
      fc.asyncProperty(hostile(type), async (shape) => {
        const geometry = util.getGeometry(shape, {})
        const { x, y, w, h } = geometry.bounds
        expect([x, y, w, h].every(Number.isFinite)).toBe(true)
        expect(geometry.vertices.every((point) => Number.isFinite(point.x + point.y))).toBe(true)
        expect(Number.isFinite(geometry.distanceToPoint(new Vec(1, 1), true))).toBe(true)
        expect(util.getText(shape)).toBeTypeOf('string')
        expect(['string', 'undefined']).toContain(typeof util.getAriaDescriptor(shape))
        expect(util.getFontFaces(shape).length).toBeGreaterThanOrEqual(0)
        draw(util.indicator(shape) as ReactNode)
        draw(util.component(shape) as ReactNode)
        draw((await util.toSvg?.(shape, SVG)) ?? null)
      }),
      { seed, numRuns: 400 },
    )
  })

  test('are pinned to anything: a badge says something, or is none', () => {
    const meta = fc.record({ pin: fc.tuple(text, fc.constantFrom(...NAMES)).map((parts) => parts.join('/')) })
    fc.assert(
      fc.property(meta, hostile('worksheet'), ({ pin }, sheet) => {
        const { rows: pinned } = sheet.props as unknown as { readonly rows: Rows }
        const told = pinnedText({ pin }, () => pinned, mathState.get())
        expect(told === null || told.name.length + told.value.length > 0).toBe(true)
      }),
      { seed, numRuns: 400 },
    )
  })
})

function InEditor({ children }: { readonly children?: ReactNode }): ReactNode {
  return EditorProvider({ editor, children })
}

function draw(node: ReactNode): void {
  renderToStaticMarkup(createElement(InEditor, null, node))
}
