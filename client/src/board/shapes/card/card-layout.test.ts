import { cardDefaults } from '@drawbar/shared/board/shapes/card-shape.ts'
import { CARD_KINDS, cardKindOf } from '@drawbar/shared/cards/card-kinds.ts'
import { setCell } from '@drawbar/shared/cards/edit-rows.ts'
import type { Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { describe, expect, test } from 'vitest'
import { layOutCard, leastWidth } from './card-layout.ts'
import { newCardProps } from './new-card-shape.ts'
import { resizeWidth } from './resize-width.ts'
import { textWidth, wrapText } from './text-metrics.ts'

function newCard(kindName: string) {
  const kind = cardKindOf(kindName)
  if (!kind) throw new Error(`No kind ${kindName}.`)
  let count = 0
  return { kind, props: newCardProps(kind, () => `r${(count += 1)}`) }
}

describe('wrapping', () => {
  test('after words, and the lines are the text', () => {
    const text = 'See posts of people one follows, newest first'
    const lines = wrapText(text, 'text', 14, 120)
    expect(lines.join('')).toBe(text)
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      expect(textWidth(line.trimEnd(), 'text', 14)).toBeLessThanOrEqual(120)
      expect(line).not.toMatch(/^ /)
    }
  })

  test('inside a word that fits no line, and code at its joints', () => {
    expect(wrapText('aaaaaaaaaa', 'code', 10, 24)).toEqual(['aaaa', 'aaaa', 'aa'])
    expect(wrapText('/users/{userId}', 'code', 10, 60)).toEqual(['/users/', '{userId}'])
  })

  test('keeps line breaks, and nothing is one line', () => {
    expect(wrapText('a\nb', 'text', 14, 100)).toEqual(['a', 'b'])
    expect(wrapText('', 'text', 14, 100)).toEqual([''])
  })
})

describe('layout', () => {
  test.each(CARD_KINDS.map(({ kind }) => [kind]))('%s: all of it is inside, nothing over another', (name) => {
    const { kind, props } = newCard(name)
    const long =
      'conversation_participant with many words and averyveryverylongonewithoutanybreakatall '.repeat(5)
    let rows: Rows = props.rows
    for (const id of kind.fixedRows?.map((row) => row.id) ?? Object.keys(rows)) {
      for (const { name: column } of kind.columns)
        rows = setCell(kind, rows, { rowId: id, column, text: long })
    }
    for (const w of [1, leastWidth(kind), 320, 900]) {
      const layout = layOutCard({ ...props, rows, title: long.slice(0, 120), w })
      let y = layout.header.h
      for (const part of layout.parts) {
        for (const row of part.rows) {
          expect(row.y).toBeGreaterThanOrEqual(y)
          y = row.y + row.h
          let x = 0
          for (const cell of row.cells) {
            expect(cell.x).toBeGreaterThan(x)
            expect(cell.y + cell.h).toBeLessThanOrEqual(y)
            x = cell.x + cell.w
            for (const line of cell.lines) {
              expect(textWidth(line.trimEnd(), cell.face, cell.size)).toBeLessThanOrEqual(cell.w + 0.001)
            }
          }
          expect(x).toBeLessThanOrEqual(layout.w - 11)
        }
      }
      expect(y).toBeLessThanOrEqual(layout.h)
    }
  })

  test('a card without a title is called after its kind', () => {
    const { props } = newCard('api')
    expect(layOutCard(props).title.lines).toEqual(['API'])
    expect(layOutCard(props).kindLabel).toBeNull()
    expect(layOutCard({ ...props, title: 'Feed' }).kindLabel?.lines).toEqual(['API'])
  })

  test('a newer kind is laid out too', () => {
    const rows = { r1: { id: 'r1', index: 'a1', cells: { hop: 'Edge', millis: '2' } } } as unknown as Rows
    const layout = layOutCard({ ...cardDefaults, kind: 'latency-budget', rows, w: 300 })
    expect(layout.columnTitles.map(({ lines }) => lines[0])).toEqual(['Hop', 'Millis'])
  })
})

describe('resizing', () => {
  const { kind, props } = newCard('api')
  const shape = { x: 100, y: 50, rotation: 0, props } as Parameters<typeof resizeWidth>[0]

  test('from the right the left stays', () => {
    const next = resizeWidth(shape, { initialShape: shape, handle: 'bottom_right', scaleX: 2 })
    expect(next).toMatchObject({ x: 100, y: 50, props: { w: props.w * 2, h: props.h } })
  })

  test('from the left the right stays, even at the least width', () => {
    const next = resizeWidth(shape, { initialShape: shape, handle: 'top_left', scaleX: 0.1 })
    expect(next.props.w).toBe(leastWidth(kind))
    expect(next.x + next.props.w).toBe(100 + props.w)
    expect(next.y).toBe(50)
  })

  test('top and bottom change nothing', () => {
    const next = resizeWidth(shape, { initialShape: shape, handle: 'bottom', scaleX: 1 })
    expect(next).toMatchObject({ x: 100, y: 50, props: { w: props.w, h: props.h } })
  })
})
