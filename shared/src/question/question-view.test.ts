import { describe, expect, it } from 'vitest'
import { foldEvents } from '../interview/apply-event.ts'
import { EMPTY_INTERVIEW } from '../interview/interview.ts'
import { ALICE, logOf } from '../testing/log-of.ts'
import { sampleQuestion, STARTER_CANARY } from '../testing/sample-question.ts'
import { catalogueEntry } from './catalogue.ts'
import { questionView, questionViewSchema } from './question-view.ts'

const SECRET = 'canary-7f3a'
const question = sampleQuestion({ secret: SECRET })
const plan = { level: 'senior', minutes: 45 } as const
const presented = logOf([
  [ALICE, { type: 'round-started', phaseId: 'intro' }],
  [ALICE, { type: 'prompt-presented' }],
])

describe('a question cut to a role', () => {
  it.each(['candidate', 'observer'] as const)('shows a %s nothing of it before it is presented', (role) => {
    const view = questionView({ question, plan, role, interview: EMPTY_INTERVIEW })
    const text = JSON.stringify(view)
    expect(view.presented).toBeNull()
    expect(view.whole).toBeNull()
    for (const part of [
      SECRET,
      STARTER_CANARY,
      question.title,
      question.prompt,
      question.summary,
      question.id,
    ]) {
      expect(text).not.toContain(part)
    }
  })

  it.each(['candidate', 'observer'] as const)(
    'shows a %s the prompt and no secret once presented',
    (role) => {
      const interview = foldEvents(EMPTY_INTERVIEW, presented)
      const view = questionView({ question, plan, role, interview })
      expect(view.presented?.prompt).toBe(question.prompt)
      expect(JSON.stringify(view)).not.toContain(SECRET)
    },
  )

  it.each(['candidate', 'observer', 'interviewer'] as const)(
    'shows a %s the starter board once presented',
    (role) => {
      const interview = foldEvents(EMPTY_INTERVIEW, presented)
      const view = questionView({ question, plan, role, interview })
      expect(view.presented?.starter?.flowchart).toContain(STARTER_CANARY)
      expect(view.presented?.starter?.locked).toBe(true)
    },
  )

  it('shows a candidate only the rungs that were revealed, in their order', () => {
    const interview = foldEvents(
      EMPTY_INTERVIEW,
      logOf([
        [ALICE, { type: 'round-started', phaseId: 'intro' }],
        [ALICE, { type: 'prompt-presented' }],
        [ALICE, { type: 'follow-up-revealed', followUpId: 'twice' }],
        [ALICE, { type: 'hint-revealed', followUpId: 'twice', rung: 'nudge' }],
        [ALICE, { type: 'constraint-played', cardId: 'mail-down' }],
      ]),
    )
    const view = questionView({ question, plan, role: 'candidate', interview })
    const kinds = view.presented?.revealed.map(({ kind }) => kind)
    expect(kinds).toEqual(['follow-up', 'hint', 'constraint'])
    const text = JSON.stringify(view)
    expect(text).toContain(`${SECRET}-twice-nudge`)
    expect(text).not.toContain(`${SECRET}-twice-pointer`)
    expect(text).not.toContain(`${SECRET}-lost`)
    expect(text).not.toContain(`${SECRET}-more-traffic`)
  })

  it('gives an interviewer all of it, and travels through its schema unchanged', () => {
    const view = questionView({ question, plan, role: 'interviewer', interview: EMPTY_INTERVIEW })
    expect(view.whole?.question).toEqual(question)
    expect(questionViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it('lists nothing secret in the catalogue', () => {
    expect(JSON.stringify(catalogueEntry(question, { pack: null, readable: true }))).not.toContain(SECRET)
  })
})
