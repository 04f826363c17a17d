import type { CardChoice, CardKind } from './card-kind.ts'

function choicesOf(...values: readonly string[]): readonly CardChoice[] {
  return values.map((value) => ({ value, title: value }))
}

/** Every kind of card, in the order they are offered. Adding a kind is adding an object here. */
export const CARD_KINDS: readonly CardKind[] = [
  {
    kind: 'api',
    title: 'API',
    titlePlaceholder: 'Whose API, such as Feed service',
    width: 440,
    columnTitles: true,
    columns: [
      {
        name: 'method',
        title: 'Method',
        placeholder: 'GET',
        share: 1,
        least: 72,
        code: true,
        choices: choicesOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'WS', 'RPC'),
        initial: 'GET',
      },
      { name: 'path', title: 'Path', placeholder: '/feed', share: 3, least: 100, code: true },
      { name: 'fields', title: 'Fields', placeholder: 'cursor, limit', share: 3, least: 90 },
    ],
  },
  {
    kind: 'table',
    title: 'Table',
    titlePlaceholder: 'Name of the table, such as posts',
    width: 380,
    columnTitles: true,
    columns: [
      { name: 'column', title: 'Column', placeholder: 'user_id', share: 3, least: 90, code: true },
      { name: 'type', title: 'Type', placeholder: 'bigint', share: 2, least: 70, code: true },
      {
        name: 'key',
        title: 'Key',
        placeholder: '',
        share: 1,
        least: 78,
        choices: [
          { value: '', title: 'none' },
          ...choicesOf('primary', 'shard', 'index', 'foreign', 'unique'),
        ],
      },
    ],
  },
  {
    kind: 'decision',
    title: 'Decision',
    titlePlaceholder: 'What is decided, such as Fan out on write',
    width: 340,
    columnTitles: false,
    columns: [{ name: 'text', title: 'Text', placeholder: '', share: 1, least: 110 }],
    fixedRows: [
      { id: 'what', title: 'What', placeholder: 'What we do' },
      { id: 'alternatives', title: 'Instead of', placeholder: 'What else was possible' },
      { id: 'why', title: 'Why', placeholder: 'What speaks for it here' },
      { id: 'revisit', title: 'Revisit', placeholder: 'When to think again' },
    ],
    sitsOnArrows: true,
  },
  {
    kind: 'requirements',
    title: 'Requirements',
    titlePlaceholder: 'Of what, such as News feed',
    width: 340,
    columnTitles: false,
    columns: [{ name: 'text', title: 'Requirement', placeholder: 'A requirement', share: 1, least: 170 }],
    sections: [
      { name: 'functional', title: 'Functional', placeholder: 'What people can do with it' },
      { name: 'nonFunctional', title: 'Non-functional', placeholder: 'How fast, how much, how safe' },
      { name: 'outOfScope', title: 'Out of scope', placeholder: 'What we leave out today' },
    ],
  },
]

const byName: ReadonlyMap<string, CardKind> = new Map(CARD_KINDS.map((kind) => [kind.kind, kind]))

/** The kind of that name; undefined for a newer version's. */
export function cardKindOf(name: string): CardKind | undefined {
  return byName.get(name)
}
