// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { readPanelPreferences, writePanelPreferences } from './panel-preferences.ts'

beforeEach(() => localStorage.clear())

it('remembers how the panel was left', () => {
  writePanelPreferences(localStorage, { width: 500, height: 300, open: false })
  expect(readPanelPreferences(localStorage)).toEqual({ width: 500, height: 300, open: false })
})

it.each([[null], ['{'], ['7'], ['null'], ['{"width":"wide","open":3}']])(
  'starts afresh from %s',
  (stored) => {
    if (stored !== null) localStorage.setItem('drawbar.panel', stored)
    expect(readPanelPreferences(localStorage)).toEqual({ width: 380, height: 360, open: true })
  },
)
