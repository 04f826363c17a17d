import type { QuestionCheck } from './check.ts'

export const referencesFitKind: QuestionCheck = {
  name: 'references-fit-kind',
  description:
    'A design question has a reference design, drawn as a Mermaid flowchart (and sequence diagram).',
  advice: 'Add references/1-<name>.md with a Mermaid flowchart.',
  run(question) {
    if (question.kind === 'design' && question.references.length === 0) {
      return [{ path: ['references'], reason: 'a design question has at least one reference design' }]
    }
    return question.references.flatMap((reference, at) => [
      ...(/^flowchart\s/.test(reference.flowchart)
        ? []
        : [{ path: ['references', at, 'flowchart'], reason: "begins with 'flowchart'" }]),
      ...(reference.sequence === undefined || /^sequenceDiagram\s/.test(reference.sequence)
        ? []
        : [{ path: ['references', at, 'sequence'], reason: "begins with 'sequenceDiagram'" }]),
    ])
  },
}
