import type { Note } from '@drawbar/shared/interview/interview.ts'
import type { CommandBody } from '@drawbar/shared/interview/command.ts'
import { describe, expect, it } from 'vitest'
import type { PendingCommand } from '../session/session-state.ts'
import { shownNotes } from './shown-notes.ts'

function note(id: string, text: string): Note {
  return { id, text, seq: 1, at: 0, by: 'alice', editedAt: null, phaseId: null, clockMs: 0, evidence: null }
}

function pending(body: CommandBody): PendingCommand {
  return { command: { id: 'command-1', ...body }, sentAt: 0, attempts: 1 }
}

function texts(options: {
  notes?: Note[]
  pending?: PendingCommand[]
  hidden?: string[]
}): (readonly [string, boolean])[] {
  const { notes = [], hidden = [] } = options
  return shownNotes({ notes, pending: options.pending ?? [], hidden: new Set(hidden) }).map(
    (shown) => [shown.text, shown.pending] as const,
  )
}

describe('the notes on screen', () => {
  it('are those of the log, then those on their way', () => {
    const taking = pending({ type: 'take-note', noteId: 'n2', text: 'new', evidence: null })
    expect(texts({ notes: [note('n1', 'old')], pending: [taking] })).toEqual([
      ['old', false],
      ['new', true],
    ])
  })

  it('do not show a note twice while its answer is behind its event', () => {
    const taking = pending({ type: 'take-note', noteId: 'n1', text: 'one', evidence: null })
    expect(texts({ notes: [note('n1', 'one')], pending: [taking] })).toEqual([['one', false]])
  })

  it('show an edit and a removal before they are decided', () => {
    const notes = [note('n1', 'one'), note('n2', 'two')]
    const editing = pending({ type: 'edit-note', noteId: 'n1', text: 'better' })
    const removing = pending({ type: 'remove-note', noteId: 'n2' })
    expect(texts({ notes, pending: [editing, removing] })).toEqual([['better', true]])
  })

  it('leave out what is being removed', () => {
    expect(texts({ notes: [note('n1', 'one'), note('n2', 'two')], hidden: ['n1'] })).toEqual([['two', false]])
  })
})
