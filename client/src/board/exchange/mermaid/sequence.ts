import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import type { PlannedConnection, Unplaced } from '../drawing-plan.ts'
import { guessKind, guessZoneKind } from './guess-kind.ts'
import { labelText } from './label-text.ts'

/** What Mermaid's parser leaves of a sequence diagram, as far as it is read here. */
export interface SequenceDb {
  getActors(): ReadonlyMap<string, Actor>
  getActorKeys(): readonly string[]
  getMessages(): readonly Message[]
  getBoxes(): readonly Box[]
  readonly LINETYPE: Readonly<Record<string, number>>
}

interface Actor {
  readonly description: string
  readonly type: string
  readonly links?: Readonly<Record<string, unknown>>
}

interface Message {
  readonly from?: string
  readonly to?: string
  readonly message: unknown
  readonly type?: number
}

interface Box {
  readonly name?: string
  readonly actorKeys: readonly string[]
}

/** Parts of a sequence diagram that have no place on a board, and how each begins in Mermaid's list. */
const FRAMES: readonly (readonly [string, readonly string[]])[] = [
  ['loop', ['LOOP_START']],
  ['alternative', ['ALT_START']],
  ['optional part', ['OPT_START']],
  ['parallel part', ['PAR_START', 'PAR_OVER_START']],
  ['critical part', ['CRITICAL_START']],
  ['break', ['BREAK_START']],
  ['coloured background', ['RECT_START']],
]

/**
 * Participants as components and messages as numbered connections. What goes the same way between the same two shares a
 * connection; an answer stands on the connection of what it answers.
 */
export function readSequence(db: SequenceDb): Unplaced {
  const zones = db.getBoxes().map(({ name = '' }, index) => {
    const label = labelText(name).slice(0, MAX_LABEL_LENGTH)
    return { key: `group ${index + 1}`, kind: guessZoneKind(label), label, parentKey: null }
  })
  const zoneOf = new Map(
    db
      .getBoxes()
      .flatMap(({ actorKeys }, index) => actorKeys.map((key) => [key, `group ${index + 1}`] as const)),
  )
  const components = db.getActorKeys().map((key): Unplaced['components'][number] => {
    const actor = db.getActors().get(key)
    const label = labelText(actor?.description ?? key)
    return {
      key,
      kind: guessKind({ classes: [], shape: actor?.type, text: label }),
      label: label.slice(0, MAX_LABEL_LENGTH),
      technology: '',
      replicas: 1,
      shards: 0,
      zoneKey: zoneOf.get(key) ?? null,
    }
  })
  return {
    components,
    connections: connectionsOf(db),
    zones,
    notCarried: notCarriedOf(db),
    flow: 'right',
  }
}

interface Step {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly kind: ConnectorKind
  readonly isDotted: boolean
  readonly isBoth: boolean
}

function connectionsOf(db: SequenceDb): PlannedConnection[] {
  const drawn = new Map<string, PlannedConnection>()
  const add = (key: string, connection: PlannedConnection) => {
    const before = drawn.get(key)
    const both = before?.direction === 'both' || connection.direction === 'both'
    drawn.set(key, {
      ...(before ?? connection),
      label: before ? `${before.label}\n${connection.label}` : connection.label,
      direction: both ? 'both' : 'forward',
    })
  }
  stepsOf(db).forEach(({ from, to, text, kind, isDotted, isBoth }, index) => {
    const answered = JSON.stringify([to, from])
    const isAnswer = isDotted && from !== to && drawn.has(answered)
    const label = [`${index + 1}.`, ...(isAnswer ? ['←'] : []), text].filter((part) => part !== '').join(' ')
    const connection: PlannedConnection = {
      fromKey: from,
      toKey: to,
      label,
      kind: isDotted ? 'async' : kind,
      direction: isBoth ? 'both' : 'forward',
    }
    add(isAnswer ? answered : JSON.stringify([from, to]), connection)
  })
  return [...drawn.values()]
}

function stepsOf(db: SequenceDb): Step[] {
  const names = new Map(Object.entries(db.LINETYPE).map(([name, number]) => [number, name]))
  const actors = db.getActors()
  return db.getMessages().flatMap(({ from, to, message, type }): Step[] => {
    const name = names.get(type ?? -1) ?? ''
    if (!/^(SOLID|DOTTED|STICK|BIDIRECTIONAL)/.test(name)) return []
    if (from === undefined || to === undefined || !actors.has(from) || !actors.has(to)) return []
    const isReversed = name.includes('REVERSE')
    return [
      {
        from: isReversed ? to : from,
        to: isReversed ? from : to,
        text: typeof message === 'string' ? labelText(message) : '',
        kind: name.endsWith('_POINT') ? 'async' : 'request',
        isDotted: name.includes('DOTTED'),
        isBoth: name.startsWith('BIDIRECTIONAL'),
      },
    ]
  })
}

function notCarriedOf(db: SequenceDb): string[] {
  const { LINETYPE } = db
  const messages = db.getMessages()
  const count = (names: readonly string[]) => {
    const numbers = new Set(names.map((name) => LINETYPE[name]))
    return messages.filter(({ type }) => type !== undefined && numbers.has(type)).length
  }
  const frames = FRAMES.flatMap(([noun, names]) => {
    const found = count(names)
    return found === 0 ? [] : [`${found} ${noun}${found === 1 ? '' : 's'}`]
  })
  const notes = messages.filter(({ type }) => type === LINETYPE.NOTE)
  const texts = notes.map(({ message }) => `“${typeof message === 'string' ? labelText(message) : ''}”`)
  const crossed = count(['SOLID_CROSS', 'DOTTED_CROSS'])
  const active = count(['ACTIVE_START'])
  const linked = [...db.getActors().values()].some(({ links = {} }) => Object.keys(links).length > 0)
  return [
    ...(frames.length === 0
      ? []
      : [`The frames around messages: ${frames.join(', ')}. The messages are there.`]),
    ...(texts.length === 0
      ? []
      : [`${texts.length} note${texts.length === 1 ? '' : 's'}: ${texts.join(', ')}.`]),
    ...(crossed === 0 ? [] : [`That ${crossed} message${crossed === 1 ? ' is' : 's are'} lost on the way.`]),
    ...(active === 0 ? [] : ['How long each participant is active.']),
    ...(linked ? ['Links of participants.'] : []),
  ]
}
