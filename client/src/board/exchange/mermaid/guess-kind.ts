import { COMPONENT_KINDS, hasTrait, kindOf } from '@drawbar/shared/components/component-kinds.ts'
import { TECHNOLOGY_NICKNAMES } from '@drawbar/shared/components/technology-nicknames.ts'
import { kindOfClass, PLAIN_CLASS } from '@drawbar/shared/graph/mermaid-notation.ts'

/** What a box may be told by. */
export interface BoxSigns {
  readonly classes: readonly string[]
  /** Mermaid's name for its outline. */
  readonly shape: string | undefined
  readonly text: string
}

const CYLINDERS = new Set([
  'cylinder',
  'cyl',
  'db',
  'database',
  'disk',
  'disk-storage',
  'lin-cyl',
  'lined-cylinder',
])
const QUEUES = new Set(['das', 'h-cyl', 'horizontal-cylinder', 'queue'])
const DECISIONS = new Set(['diamond', 'decision', 'diam', 'question'])

/** The kind that a class names, when it names one. */
export function namedKind(classes: readonly string[]): string | null {
  return classes.map(kindOfClass).find((name) => kindOf(name) !== undefined) ?? null
}

/** A box's kind: by its class, by the words on it, by its outline; null where nothing tells. */
export function guessKind({ classes, shape = '', text }: BoxSigns): string | null {
  const named = namedKind(classes)
  if (named !== null) return named
  if (classes.includes(PLAIN_CLASS)) return null
  // A question in a flowchart is no part of a system.
  if (DECISIONS.has(shape)) return null
  const byWords = lastNamed(text, NAMES)
  const holds =
    byWords !== null && (['store', 'cache', 'buffer'] as const).some((trait) => hasTrait(byWords, trait))
  if (!holds && CYLINDERS.has(shape)) return 'sql'
  if (!holds && QUEUES.has(shape)) return 'queue'
  return byWords ?? (shape === 'actor' ? 'person' : null)
}

/** Whether a text names a technology of ours. */
export function namesTechnology(text: string): boolean {
  return lastNamed(text, TECHNOLOGIES) !== null
}

interface Name {
  /** Between spaces, as words are looked for. */
  readonly words: string
  readonly kind: string
  /** Short names of technologies are common words too; they count only as they are spelt. */
  readonly asSpelt: boolean
}

/** A technology's name of so many letters or fewer may be a word of every day. */
const SHORT_NAME = 3

const TECHNOLOGIES: readonly Name[] = COMPONENT_KINDS.flatMap(({ kind, technologies }) =>
  technologies.flatMap((technology) => {
    const nicknames = [...TECHNOLOGY_NICKNAMES].filter(([nickname, name]) => {
      return name === technology && nickname.length > SHORT_NAME
    })
    return [
      technology,
      ...nicknames.map(([nickname]) => nickname),
      ...(technology === 'PostgreSQL' ? ['Postgres'] : []),
    ].map((name) => {
      const asSpelt = name.length <= SHORT_NAME
      return { words: asSpelt ? spaced(name) : plainWords(name), kind, asSpelt }
    })
  }),
)

const NAMES: readonly Name[] = [
  ...TECHNOLOGIES,
  ...COMPONENT_KINDS.flatMap(({ kind, title, aliases }) =>
    [title, kind.replaceAll('-', ' '), ...aliases].map((name) => ({
      words: plainWords(name),
      kind,
      asSpelt: false,
    })),
  ),
]

/** The kind that a text names last, as "search service" is a service; of two that end there, the longer name's. */
function lastNamed(text: string, names: readonly Name[]): string | null {
  const plain = ` ${plainWords(text)} `
  const spelt = ` ${spaced(text)} `
  let best: { readonly kind: string; readonly fromEnd: number; readonly length: number } | null = null
  for (const { words, kind, asSpelt } of names) {
    if (words === '') continue
    const within = asSpelt ? spelt : plain
    const single = within.lastIndexOf(` ${words} `)
    const plural = within.lastIndexOf(` ${words}s `)
    const at = Math.max(single, plural)
    if (at === -1) continue
    // Counted in words, as the two spellings of a text differ in length.
    const fromEnd = within.slice(at + 1 + words.length).split(' ').length
    const isBetter =
      !best || fromEnd < best.fromEnd || (fromEnd === best.fromEnd && words.length > best.length)
    if (isBetter) best = { kind, fromEnd, length: words.length }
  }
  return best?.kind ?? null
}

function spaced(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replaceAll(/\.(?= |$)/g, '')
    .trim()
}

/** Lower case, with names such as "OrderService" taken apart. */
function plainWords(text: string): string {
  return spaced(text.replaceAll(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')).toLowerCase()
}

/** What a group around boxes most likely is. */
export function guessZoneKind(label: string): string {
  const words = plainWords(label)
  if (/\b(availability zone|zone|az|az\d|az [a-z0-9]|data ?cent(er|re)|rack)\b/.test(words))
    return 'availability-zone'
  if (
    /\b(region|europe|asia|america|africa|australia|(eu|us|ap|sa|ca|me|af) (north|south|east|west|central)\w*)\b/.test(
      words,
    )
  ) {
    return 'region'
  }
  if (/\b(trust|dmz|boundary|internet|public|outside|external|third party)\b/.test(words))
    return 'trust-boundary'
  return 'network'
}
