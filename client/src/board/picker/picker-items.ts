import { CARD_KINDS } from '@drawbar/shared/cards/card-kinds.ts'
import { MAX_COUNT } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE_KINDS } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { ZONE_LOOKS } from '../shapes/zone/zone-looks.ts'
import { parsePickerText, type PickerText } from './parse-picker-text.ts'
import { searchKinds, type PickerMatch } from './search-kinds.ts'

/** Something the picker can put on the board. */
export type Piece =
  | { readonly type: 'component'; readonly kind: string; readonly technology: string | null }
  | { readonly type: 'zone'; readonly kind: string }
  | { readonly type: 'card'; readonly kind: string }
  | { readonly type: 'worksheet' }

/** A component that stands on the board and can be connected to. */
export interface Standing {
  readonly id: string
  readonly name: string
  /** Its kind's title, empty for a plain box. */
  readonly detail: string
}

/** One line of the picker. */
export type PickerItem =
  | {
      readonly does: 'place'
      /** Unique in its list. */
      readonly key: string
      readonly piece: Piece
      readonly title: string
      readonly detail: string
      readonly ranges: PickerMatch['ranges']
    }
  | { readonly does: 'connect' | 'go'; readonly key: string; readonly to: Standing }

/** All that a line says: the piece, what it is called, and what its connection says. */
export interface Said extends PickerText {
  /** Empty where nothing was said. */
  readonly connection: string
}

const CONNECTION = /\s\|\s*/

/**
 * What was typed: a piece as `parsePickerText` reads it, and after ` | ` what the connection says, as in
 * "kafka: Orders x3 | order placed".
 */
export function readPickerLine(text: string): Said {
  const [piece = '', ...said] = text.split(CONNECTION)
  return { ...parsePickerText(piece), connection: said.join(' | ').trim() }
}

/**
 * What the picker offers for a line: what can be placed, and what stands on the board under that name, to be connected
 * to. An empty line offers all that can be placed; one that begins with `>` only what can be connected to, one that
 * begins with `@` what stands there, to go to it. Nothing for more replicas than a component can hold: a smaller number
 * than was asked for would be a lie on the board.
 */
export function pickerItems(line: string, board: Standings): readonly PickerItem[] {
  const { sign, rest } = signOf(line)
  const { query, replicas } = readPickerLine(rest)
  const wanted = query.trim().toLowerCase()
  if (sign === '@') return named(board.all, wanted, 'go')
  if (sign === '>') return named(board.connectable, wanted, 'connect')
  if (replicas > MAX_COUNT) return []
  const connects = wanted.length > 1 ? named(board.connectable, wanted, 'connect') : []
  return [...placeable(wanted), ...connects].toSorted(exactFirst(wanted))
}

/**
 * What a box can be turned into. Where nothing is said a service comes first: whoever takes it without looking has
 * something that could be anything.
 */
export function componentItems(line: string): readonly PickerItem[] {
  const items = pickerItems(line, { all: [], connectable: [] }).filter(
    (item) => item.does === 'place' && item.piece.type === 'component',
  )
  if (line.trim() !== '') return items
  const isService = ({ key }: PickerItem) => key === 'component service '
  return [...items.filter(isService), ...items.filter((item) => !isService(item))]
}

/** What stands on the board, as far as the picker offers it. */
export interface Standings {
  readonly all: readonly Standing[]
  /** What a new connection may lead to; nothing where there is no source. */
  readonly connectable: readonly Standing[]
}

/** A line without the sign at its beginning that says what is wanted of it. */
export function signOf(line: string): { readonly sign: '@' | '>' | null; readonly rest: string } {
  const text = line.trimStart()
  const sign = text.startsWith('@') ? '@' : text.startsWith('>') ? '>' : null
  return { sign, rest: sign === null ? line : text.slice(1) }
}

function named(standing: readonly Standing[], wanted: string, does: 'connect' | 'go'): readonly PickerItem[] {
  return standing
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((a, b) => startsFirst(a, b, wanted) || (a.name < b.name ? -1 : 1))
    .map((to): PickerItem => ({ does, key: `${does} ${to.id}`, to }))
}

function placeable(wanted: string): readonly PickerItem[] {
  const components = searchKinds(wanted).map(({ kind, technology, ranges }): PickerItem => ({
    does: 'place',
    key: `component ${kind.kind} ${technology ?? ''}`,
    piece: { type: 'component', kind: kind.kind, technology },
    title: technology ?? kind.title,
    detail: technology === null ? '' : kind.title,
    ranges,
  }))
  const others = OTHERS.filter(
    ({ title, words }) =>
      wanted === '' || [title.toLowerCase(), ...words].some((word) => word.startsWith(wanted)),
  ).map(({ piece, title, detail }): PickerItem => ({
    does: 'place',
    key: `${piece.type} ${title}`,
    piece,
    title,
    detail,
    ranges: [],
  }))
  return [...components, ...others]
}

interface Other {
  readonly piece: Piece
  readonly title: string
  readonly detail: string
  readonly words: readonly string[]
}

const OTHERS: readonly Other[] = [
  ...ZONE_KINDS.map((kind): Other => {
    const { title, aliases } = ZONE_LOOKS[kind]
    return { piece: { type: 'zone', kind }, title, detail: 'Zone', words: aliases }
  }),
  ...CARD_KINDS.map(({ kind, title }): Other => ({
    piece: { type: 'card', kind },
    title,
    detail: 'Card',
    words: ['card', kind, `${title.toLowerCase()} card`],
  })),
  {
    piece: { type: 'worksheet' },
    title: 'Capacity worksheet',
    detail: 'Numbers',
    words: ['worksheet', 'numbers', 'estimate', 'calculator', 'capacity'],
  },
]

/** A name that is exactly what was typed comes before everything else; all else stays in its order. */
function exactFirst(wanted: string) {
  const rank = (item: PickerItem) => {
    const name = item.does === 'place' ? item.title : item.to.name
    return name.toLowerCase() === wanted ? 0 : 1
  }
  return (a: PickerItem, b: PickerItem) => rank(a) - rank(b)
}

function startsFirst(a: Standing, b: Standing, wanted: string): number {
  const rank = ({ name }: Standing) => (name.toLowerCase().startsWith(wanted) ? 0 : 1)
  return rank(a) - rank(b)
}
