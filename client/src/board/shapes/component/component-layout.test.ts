import { COMPONENT_SIZE } from '@drawbar/shared/board/shapes/component-shape.ts'
import { describe, expect, it } from 'vitest'
import { contentOf, farLayout, lineWidth } from './component-layout.ts'
import { textWidth } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

describe('what a component shows near by', () => {
  it('is all of it at the usual size, on two lines', () => {
    expect(contentOf(COMPONENT_SIZE, 'Notification service', 'Go', true)).toEqual({
      icon: true,
      technology: true,
      labelLines: 2,
      labelSize: 17,
      labelLine: 20,
    })
  })

  it('is as much of a long label as there is room for', () => {
    const label = 'The payment and reconciliation orchestration service for every market'
    const { labelLines, labelLine, labelSize } = contentOf(COMPONENT_SIZE, label, '', false)
    expect(labelLines).toBe(5)
    expect(labelLines * labelLine).toBeLessThanOrEqual(COMPONENT_SIZE.h - 4)
    const measure = (text: string) => textWidth(text) * labelSize
    expect(wrapText(label, lineWidth(COMPONENT_SIZE.w, true), labelLines, measure).join(' ')).toBe(label)
    expect(contentOf({ w: 200, h: 160 }, label, '', false).labelSize).toBe(17)
  })

  it('is a smaller label where a word would break', () => {
    const { labelSize } = contentOf(COMPONENT_SIZE, 'Recommendation engine', '', false)
    expect(labelSize).toBe(15)
    expect(textWidth('Recommendation') * labelSize).toBeLessThanOrEqual(lineWidth(COMPONENT_SIZE.w, true))
  })

  it('loses the technology before the label, and the icon where it is narrow', () => {
    expect(contentOf({ w: 200, h: 44 }, 'Cache', 'Redis', false)).toMatchObject({
      technology: false,
      labelLines: 1,
    })
    expect(contentOf({ w: 100, h: 100 }, 'Cache', 'Redis', false).icon).toBe(false)
  })
})

describe('a low component', () => {
  it('keeps its text below its badges', () => {
    expect(contentOf({ w: 200, h: 60 }, 'Cache', 'Redis', false).technology).toBe(true)
    expect(contentOf({ w: 200, h: 60 }, 'Cache', 'Redis', true).technology).toBe(false)
  })
})

describe('what a component shows from afar', () => {
  it('is a short label larger than a long one', () => {
    expect(farLayout(COMPONENT_SIZE, 'Cache').label).toBeGreaterThan(
      farLayout(COMPONENT_SIZE, 'Notification service').label,
    )
  })

  it('can be read at 30 %: 8 px on screen, with an icon of 7', () => {
    for (const label of ['Cache', 'Load balancer', 'Notification service', 'Session store']) {
      const { label: size, icon } = farLayout(COMPONENT_SIZE, label)
      expect(size * 0.3).toBeGreaterThanOrEqual(7.8)
      expect(icon * 0.3).toBeGreaterThanOrEqual(7)
    }
  })

  it('never is higher than its box', () => {
    for (const h of [44, 60, 80, 100, 300]) {
      for (const w of [72, 120, 200, 500]) {
        const { label, lines, icon } = farLayout({ w, h }, 'Supercalifragilistic expialidocious things')
        expect(label * lines * 1.08 + icon).toBeLessThanOrEqual(h)
      }
    }
  })
})
