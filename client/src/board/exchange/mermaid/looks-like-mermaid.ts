const FENCED = /^\s*(`{3,}|~{3,})\s*mermaid[^\n]*\n([\s\S]*?)(?:\n\s*\1\s*)?$/
const FRONT_MATTER = /^\s*---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/
const DIRECTIVE = /^\s*%%\{[\s\S]*?\}%%/
const COMMENT = /^\s*%%(?!\{)[^\n]*(?:\n|$)/
const FLOWCHART = /^\s*(?:flowchart(?:-elk)?|graph)(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v]))?[ \t]*(?:;|\n|$)/
const SEQUENCE = /^\s*sequenceDiagram[ \t]*(?:;|\n|$)/
/** What a flowchart has and a sentence that begins with "graph" has not. */
const BODY = /[-=.]{2,}[->ox]?|-\.|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|^\s*subgraph\b|^\s*\w+\s*;?\s*$/m

/** Whether a text is a flowchart or a sequence diagram of Mermaid: alone or in a fence, whole or with mistakes in it. */
export function looksLikeMermaid(text: string): boolean {
  const normal = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  let rest = FENCED.exec(normal)?.[2] ?? normal
  rest = rest.replace(FRONT_MATTER, '')
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(DIRECTIVE, '').replace(COMMENT, '')
  }
  if (SEQUENCE.test(rest)) return rest.replace(SEQUENCE, '').trim() !== ''
  const head = FLOWCHART.exec(rest)
  return head !== null && BODY.test(rest.slice(head[0].length))
}
