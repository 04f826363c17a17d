export interface PresetRow {
  readonly name: string
  readonly expression: string
  readonly note: string
}

export interface Preset {
  readonly id: string
  readonly title: string
  readonly rows: readonly PresetRow[]
}

/** From users to machines. Each stands on the names of those before; its figures are there to be changed. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'users',
    title: 'Users',
    rows: [{ name: 'daily users', expression: '10M users', note: 'Active in a day' }],
  },
  {
    id: 'requests',
    title: 'Requests',
    rows: [
      { name: 'requests per user', expression: '20 req/user/day', note: 'Ask what one visit does' },
      { name: 'average requests', expression: 'daily users * requests per user in req/s', note: '' },
    ],
  },
  {
    id: 'peak',
    title: 'Peak',
    rows: [
      { name: 'peak factor', expression: '3', note: '2 to 4 in one time zone' },
      { name: 'peak requests', expression: 'average requests * peak factor', note: '' },
    ],
  },
  {
    id: 'storage',
    title: 'Storage',
    rows: [
      { name: 'write share', expression: '10%', note: 'Of all requests' },
      { name: 'item size', expression: '1 kB', note: 'With its indexes' },
      { name: 'kept for', expression: '5 years', note: '' },
      { name: 'copies', expression: '3', note: 'Replicas of each item' },
      {
        name: 'storage',
        expression: 'average requests * write share * item size * kept for * copies',
        note: '',
      },
    ],
  },
  {
    id: 'bandwidth',
    title: 'Bandwidth',
    rows: [
      { name: 'answer size', expression: '10 kB', note: 'Of one answer, compressed' },
      { name: 'peak bandwidth', expression: 'peak requests * answer size', note: '' },
    ],
  },
  {
    id: 'cache',
    title: 'Cache',
    rows: [
      { name: 'hot share', expression: '20%', note: 'Of a day of answers, asked for again' },
      { name: 'cache', expression: 'average requests * 1 day * answer size * hot share', note: '' },
    ],
  },
  {
    id: 'machines',
    title: 'Machines',
    rows: [
      { name: 'per machine', expression: '1000 req/s', note: 'What one carries with room to spare' },
      { name: 'machines', expression: 'ceil(peak requests / per machine) in machines', note: '' },
    ],
  },
]

/**
 * The rows of a preset, and of those before it whose names are missing. Rows whose names are there already are left out.
 */
export function presetRows(id: string, existing: ReadonlySet<string>): readonly PresetRow[] {
  const last = PRESETS.findIndex((preset) => preset.id === id)
  const wanted = new Set<PresetRow>(PRESETS[last]?.rows.filter(({ name }) => !existing.has(name)))
  const before = PRESETS.slice(0, last + 1).flatMap(({ rows }) => rows)
  for (const row of before.toReversed()) {
    const isNeeded = [...wanted].some(({ expression }) => names(expression, row.name))
    if (isNeeded && !existing.has(row.name)) wanted.add(row)
  }
  return before.filter((row) => wanted.has(row))
}

function names(expression: string, name: string): boolean {
  return ` ${expression.replaceAll(/[()*/+]/g, ' ')} `.replaceAll(/ +/g, ' ').includes(` ${name} `)
}
