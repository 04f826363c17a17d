import { describe, expect, it } from 'vitest'
import { shortcutGroups, shortcutOf, type Press } from './shortcuts.ts'

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  return { key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held }
}

const alt = { altKey: true }

describe('a shortcut', () => {
  it.each(['text', 'board', 'elsewhere'] as const)('with Alt works with the keyboard in %s', (focus) => {
    expect(shortcutOf(press('n', 'KeyN', alt), focus)).toEqual({ type: 'note' })
    expect(shortcutOf(press('4', 'Digit4', alt), focus)).toEqual({ type: 'tab', index: 3 })
    expect(shortcutOf(press('0', 'Digit0', alt), focus)).toEqual({ type: 'panel' })
    expect(shortcutOf(press('.', 'Period', alt), focus)).toEqual({ type: 'next-phase' })
    expect(shortcutOf(press('F6', 'F6'), focus)).toEqual({ type: 'region' })
    expect(shortcutOf(press('F6', 'F6', { shiftKey: true }), focus)).toEqual({ type: 'region-back' })
  })

  it('of a single key waits until nothing else wants it', () => {
    expect(shortcutOf(press('n', 'KeyN'), 'elsewhere')).toEqual({ type: 'note' })
    expect(shortcutOf(press('?', 'Slash', { shiftKey: true }), 'elsewhere')).toEqual({ type: 'sheet' })
    expect(shortcutOf(press('n', 'KeyN'), 'board')).toBeNull()
    expect(shortcutOf(press('?', 'Slash', { shiftKey: true }), 'text')).toBeNull()
  })

  it('leaves a character to the text it is typed in', () => {
    expect(shortcutOf(press('Dead', 'KeyN', alt), 'text')).toBeNull()
    expect(shortcutOf(press('¡', 'Digit1', alt), 'text')).toBeNull()
    expect(shortcutOf(press('≥', 'Period', alt), 'text')).toBeNull()
    expect(shortcutOf(press('¡', 'Digit1', alt), 'board')).toEqual({ type: 'tab', index: 0 })
  })

  it('leaves other modifiers to the browser and the board', () => {
    expect(shortcutOf(press('n', 'KeyN', { ctrlKey: true }), 'elsewhere')).toBeNull()
    expect(shortcutOf(press('4', 'Digit4', { altKey: true, ctrlKey: true }), 'elsewhere')).toBeNull()
    expect(shortcutOf(press('x', 'KeyX', alt), 'elsewhere')).toBeNull()
  })
})

describe('the sheet', () => {
  const tabs = ['Run', 'Question', 'Checklist']

  it('names every tab, and for interviewers the checklist and the clock', () => {
    const interviewers = shortcutGroups({ interviewer: true, tabs })
    expect(interviewers.map(({ title }) => title)).toContain('In the checklist')
    const does = interviewers.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.does))
    expect(does).toEqual(expect.arrayContaining(['Open Run', 'Open Checklist', 'Pause or resume the clock']))
  })

  it('lists for others only what they can do', () => {
    const others = shortcutGroups({ interviewer: false, tabs: ['Question', 'Notes'] })
    const does = others.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.does))
    expect(does).not.toContain('Pause or resume the clock')
    expect(others.map(({ title }) => title)).not.toContain('In the checklist')
  })
})
