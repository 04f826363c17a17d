import type { ReadDiagram } from './diagrams.ts'
import type { LintCheck } from './lint-check.ts'

export function mermaidParses(read: ReadDiagram): LintCheck {
  return {
    name: 'mermaid-parses',
    description: 'Reference designs and starter boards are Mermaid that a code host and the panel can draw.',
    advice: 'Quote labels; the line is counted from the first line of the diagram.',
    async run(question) {
      const diagrams: { path: (string | number)[]; source: string | undefined }[] = [
        ...question.references.flatMap((reference, at) =>
          (['flowchart', 'sequence'] as const).map((field) => ({
            path: ['references', at, field],
            source: reference[field],
          })),
        ),
        { path: ['starter', 'flowchart'], source: question.starter?.flowchart },
      ]
      const problems = await Promise.all(
        diagrams.map(async ({ path, source }) => {
          if (source === undefined) return []
          const diagram = await read(source)
          return diagram.ok ? [] : [{ path, reason: diagram.reason }]
        }),
      )
      return problems.flat()
    },
  }
}
