import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { MAX_LABEL_LENGTH } from '@drawbar/shared/board/shapes/component-shape.ts'
import { ZONE_KINDS } from '@drawbar/shared/board/shapes/zone-shape.ts'
import { kindOfLink, readComponentLines } from '@drawbar/shared/graph/mermaid-notation.ts'
import type { PlannedConnection, Unplaced } from '../drawing-plan.ts'
import { guessKind, guessZoneKind, namedKind, namesTechnology } from './guess-kind.ts'
import { hasLooks, labelLines, labelText } from './label-text.ts'

/** What Mermaid's parser leaves of a flowchart, as far as it is read here. */
export interface FlowchartDb {
  getVertices(): ReadonlyMap<string, Vertex>
  getEdges(): readonly Edge[]
  getSubGraphs(): readonly SubGraph[]
  getDirection(): string | undefined
}

interface Vertex {
  readonly id: string
  readonly text?: string
  readonly labelType?: string
  readonly type?: string
  readonly classes: readonly string[]
  readonly styles: readonly string[]
  readonly icon?: string
  readonly img?: string
}

interface Edge {
  readonly start: string
  readonly end: string
  readonly text: string
  readonly labelType?: string
  readonly type?: string
  readonly stroke?: string
  readonly style?: readonly string[]
}

interface SubGraph {
  readonly id: string
  readonly title: string
  readonly labelType?: string
  readonly nodes: readonly string[]
  readonly classes: readonly string[]
}

/** Boxes, links and groups of a flowchart as components, connections and zones. */
export function readFlowchart(db: FlowchartDb): Unplaced {
  const groups = db.getSubGraphs()
  const groupIds = new Set(groups.map(({ id }) => id))
  // A link to a group also makes a box of the group's name, which Mermaid does not draw.
  const vertices = [...db.getVertices().values()].filter(({ id }) => !groupIds.has(id))
  const parents = parentsOf(groups)
  const edges = db.getEdges()
  const visible = edges.filter(({ stroke }) => stroke !== 'invisible')
  const components = vertices.map((vertex) => componentOf(vertex, parents.get(vertex.id) ?? null))
  return {
    components,
    connections: visible.map(connectionOf),
    zones: groups.map(({ id, title, labelType, classes }) => {
      const label = labelText(title, labelType === 'markdown').slice(0, MAX_LABEL_LENGTH)
      const named = classes.find((name) => ZONE_KINDS.some((kind) => kind === name))
      return { key: id, kind: named ?? guessZoneKind(label), label, parentKey: parents.get(id) ?? null }
    }),
    notCarried: notCarriedOf({ vertices, edges, groups }),
    flow: flowOf(db.getDirection()),
  }
}

function componentOf(vertex: Vertex, zoneKey: string | null): Unplaced['components'][number] {
  const { id, text = id, labelType, type, classes } = vertex
  const lines = labelLines(text, labelType === 'markdown')
  const kind = guessKind({ classes, shape: type, text: lines.join(' ') })
  const plain = { key: id, kind, technology: '', replicas: 1, shards: 0, zoneKey }
  if (kind === null) return { ...plain, label: lines.join('\n') }
  const read = readComponentLines(lines)
  // Without a class the second line may be anything; only a known name makes a technology of it.
  const isOurs = namedKind(classes) !== null || read.technology === '' || namesTechnology(read.technology)
  const { label, technology } = isOurs ? read : { label: `${read.label} ${read.technology}`, technology: '' }
  return {
    ...plain,
    label: label.slice(0, MAX_LABEL_LENGTH),
    technology: technology.slice(0, MAX_LABEL_LENGTH),
    replicas: read.replicas,
    shards: read.shards,
  }
}

function connectionOf({ start, end, text, labelType, type = '', stroke }: Edge): PlannedConnection {
  const line = stroke === 'dotted' || stroke === 'thick' ? stroke : 'normal'
  return {
    fromKey: start,
    toKey: end,
    label: labelLines(text, labelType === 'markdown').join('\n'),
    kind: kindOfLink(line, type.endsWith('circle') ? 'circle' : 'arrow') satisfies ConnectorKind,
    direction: type.startsWith('double_') ? 'both' : type === 'arrow_open' ? 'none' : 'forward',
  }
}

/** The innermost group of each box and group. */
function parentsOf(groups: readonly SubGraph[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  for (const { id, nodes } of groups) {
    for (const node of nodes) if (node !== id && !parents.has(node)) parents.set(node, id)
  }
  return parents
}

function flowOf(direction: string | undefined): Unplaced['flow'] {
  switch (direction) {
    case 'LR':
      return 'right'
    case 'RL':
      return 'left'
    case 'BT':
      return 'up'
    default:
      return 'down'
  }
}

interface Parts {
  readonly vertices: readonly Vertex[]
  readonly edges: readonly Edge[]
  readonly groups: readonly SubGraph[]
}

function notCarriedOf({ vertices, edges, groups }: Parts): string[] {
  const found: string[] = []
  const say = (sentence: string, isSo: boolean) => {
    if (isSo) found.push(sentence)
  }
  const labels = [...vertices, ...edges].map(({ text = '', labelType }) => ({ text, labelType }))
  const links = vertices.filter(({ classes }) => classes.includes('clickable')).length
  const invisible = edges.filter(({ stroke }) => stroke === 'invisible').length
  const ends = edges.filter(({ type = '', stroke }) => {
    return type.endsWith('cross') || (type.endsWith('circle') && stroke === 'normal')
  }).length
  const pictures = vertices.filter(({ icon, img }) => icon !== undefined || img !== undefined).length
  const long = [
    ...vertices.filter(
      ({ classes, text = '' }) => namedKind(classes) !== null && labelText(text).length > MAX_LABEL_LENGTH,
    ),
    ...groups.filter(({ title }) => labelText(title).length > MAX_LABEL_LENGTH),
  ].length
  say(
    'Colours and line styles of boxes and arrows.',
    vertices.some(({ styles }) => styles.length > 0) || edges.some(({ style = [] }) => style.length > 0),
  )
  say('Bold, italics, icons and other looks within labels; the words are there.', labels.some(isDecorated))
  say(`Links and actions on ${counted(links, 'box', 'boxes')}.`, links > 0)
  say(`Pictures in ${counted(pictures, 'box', 'boxes')}.`, pictures > 0)
  say(`${counted(invisible, 'invisible link')}, which only moves boxes in Mermaid.`, invisible > 0)
  say(`The circle or cross at the end of ${counted(ends, 'link')}; an arrowhead is drawn.`, ends > 0)
  say(`The end of ${counted(long, 'label')}: a board shows ${MAX_LABEL_LENGTH} letters of one.`, long > 0)
  return found
}

function isDecorated({
  text,
  labelType,
}: {
  readonly text: string
  readonly labelType: string | undefined
}): boolean {
  return hasLooks(text, labelType === 'markdown')
}

function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
