import { MAX_LINE_POINTS, MAX_STROKE_POINTS, MAX_TEXT_LENGTH } from '@drawbar/shared/board/board-limits.ts'
import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { isSafeLink, isWebLink } from '@drawbar/shared/board/link-rules.ts'
import {
  AssetRecordType,
  createBindingId,
  createShapeId,
  getIndices,
  type TLBinding,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import {
  IMPORT_PAGE,
  isImageData,
  mimeTypeOf,
  type ImportedDrawing,
  type ImportedImage,
} from '../imported-drawing.ts'
import { Tally } from '../tally.ts'
import { carriedShapeOf, type CarriedShape } from './carried-shape.ts'
import { nearestColor } from './colors.ts'
import {
  alignOf,
  arrowheadOf,
  boxColor,
  dashOf,
  fillOf,
  fontOf,
  richTextOf,
  sizeOf,
  textSizeOf,
  verticalAlignOf,
  writtenIn,
} from './element-looks.ts'
import { nestElements, type Nested } from './nest-elements.ts'
import { ownShapeOf } from './own-shape.ts'
import { placementWithin } from './place-element.ts'
import type { Scene } from './read-scene.ts'
import type { SceneElement } from './scene.ts'

/** What a box, a line or an arrow becomes, before it has a place. */
interface Parts {
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
  readonly meta?: Readonly<Record<string, string>>
}

/** Least side of anything, px: Excalidraw keeps boxes of no height. */
const LEAST_SIDE = 1

/** What a scene is on our board. Every record in it passes `checkRecord`. */
export function fromExcalidraw(scene: Scene): ImportedDrawing {
  return new SceneReader(scene).read()
}

class SceneReader {
  readonly #scene: Scene
  readonly #tally = new Tally()
  readonly #byId: ReadonlyMap<string, SceneElement>
  /** The text in a box or on an arrow, by the id of what it is in. */
  readonly #labels: ReadonlyMap<string, SceneElement>
  readonly #images: ImportedImage[] = []
  readonly #shapeIds = new Map<string, TLShapeId>()

  constructor(scene: Scene) {
    this.#scene = scene
    this.#byId = new Map(scene.elements.map((element) => [element.id, element]))
    this.#labels = labelsOf(scene.elements, this.#byId)
  }

  read(): ImportedDrawing {
    const { elements, damaged } = this.#scene
    this.#tally.add('part: it is damaged', 'parts: they are damaged', damaged)
    const labelIds = new Set([...this.#labels.values()].map(({ id }) => id))
    const made = new Map<string, Parts>()
    for (const element of elements) {
      if (labelIds.has(element.id)) continue
      const parts = this.#partsOf(element)
      if (parts) made.set(element.id, parts)
    }
    const shapes = this.#toShapes(nestElements(elements.filter(({ id }) => made.has(id))), made)
    const kept = new Set<string>(shapes.map(({ id }) => id))
    const bindings = elements.flatMap((element) => this.#bindingsOf(element, kept))
    const assets = new Set(shapes.map((shape) => ('assetId' in shape.props ? shape.props.assetId : null)))
    const images = this.#images.filter(({ asset }) => assets.has(asset.id))
    return { pages: [{ name: '', shapes, bindings, images }], notCarried: this.#tally.sentences() }
  }

  #toShapes(nested: readonly Nested[], made: ReadonlyMap<string, Parts>): TLShape[] {
    const shapes: TLShape[] = []
    const childrenOf = Map.groupBy(nested, ({ parentKey }) => parentKey)
    const put = (parentKey: string | null, parentId: TLShape['parentId'], placement: Nested['placement']) => {
      const children = childrenOf.get(parentKey) ?? []
      const indices = getIndices(children.length)
      children.forEach((child, at) => {
        const { key, element } = child
        const parts: Parts = (element && made.get(element.id)) ?? { type: 'group', props: {} }
        const id = createShapeId()
        const fields = {
          id,
          typeName: 'shape',
          type: parts.type,
          parentId,
          index: indices[at],
          ...placementWithin(placement, child.placement),
          isLocked: element?.locked ?? false,
          opacity: (element?.opacity ?? 100) / 100,
          meta: parts.meta ?? {},
          props: parts.props,
        }
        const check = checkRecord(fields)
        if (!check.ok || check.record.typeName !== 'shape') {
          this.#tally.add('part: a board cannot hold it', 'parts: a board cannot hold them')
          put(key, parentId, placement)
          return
        }
        shapes.push(check.record)
        if (element) this.#shapeIds.set(element.id, id)
        put(key, id, child.placement)
      })
    }
    put(null, IMPORT_PAGE, { x: 0, y: 0, rotation: 0 })
    return shapes
  }

  #partsOf(element: SceneElement): Parts | null {
    switch (element.type) {
      case 'rectangle':
      case 'ellipse':
      case 'diamond':
        return this.#box(element)
      case 'text':
        return this.#text(element)
      case 'arrow':
        return this.#arrow(element)
      case 'line':
        return this.#line(element)
      case 'freedraw':
      case 'draw':
        return this.#stroke(element)
      case 'frame':
      case 'magicframe':
        return {
          type: 'frame',
          props: { ...sidesOf(element), name: (element.name ?? '').trim(), color: 'black' },
        }
      case 'image':
        return this.#image(element)
      case 'embeddable':
      case 'iframe':
        this.#tally.add('embed: a board does not load other sites')
        return null
      case 'selection':
        return null
      default:
        this.#tally.add(
          `part of a kind that is not known here: “${element.type}”`,
          `parts of a kind that is not known here: “${element.type}”`,
        )
        return null
    }
  }

  #box(element: SceneElement): Parts {
    const carried = carriedShapeOf(element.customData)
    const label = this.#labels.get(element.id)
    const text = label ? writtenIn(label) : ''
    const own = ownShapeOf(carried, { ...sidesAs(element), text })
    if (own) {
      const parts = { type: own.type, props: own.props }
      if (isSound(parts)) {
        if (own.losesText)
          this.#tally.add(
            'change to the text of a card: only its rows are read',
            'changes to the text of cards: only their rows are read',
          )
        return parts
      }
    }
    const look = {
      color: boxColor(element),
      labelColor: label ? nearestColor(label.strokeColor) : 'black',
      font: label ? fontOf(label) : 'draw',
      align: label ? alignOf(label) : 'middle',
      verticalAlign: label ? verticalAlignOf(label) : 'middle',
      richText: richTextOf(this.#short(text)),
      url: this.#link(element, isSafeLink),
      scale: 1,
      growY: 0,
    }
    if (carried.type === 'note') {
      const note = {
        type: 'note',
        props: {
          ...look,
          fontSizeAdjustment: 0,
          size: 'm',
          ...carried.props,
          richText: look.richText,
          growY: 0,
        },
      }
      if (isSound(note)) return note
    }
    const isCarriedGeo = carried.type === 'geo' && typeof carried.props?.geo === 'string'
    const plain = {
      type: 'geo',
      props: {
        ...look,
        ...sidesOf(element),
        geo: element.type,
        size: sizeOf(element),
        dash: dashOf(element),
        fill: fillOf(element),
      },
    }
    const shaped = { ...plain, props: { ...plain.props, geo: carried.props?.geo } }
    return isCarriedGeo && isSound(shaped) ? shaped : plain
  }

  #text(element: SceneElement): Parts | null {
    const text = writtenIn(element)
    if (text === '') return null
    this.#link(element, () => false)
    return {
      type: 'text',
      props: {
        ...textSizeOf(element.fontSize),
        color: nearestColor(element.strokeColor),
        font: fontOf(element),
        textAlign: alignOf(element),
        w: Math.max(LEAST_SIDE, Math.abs(element.width)),
        autoSize: element.autoResize,
        richText: richTextOf(this.#short(text)),
      },
    }
  }

  #arrow(element: SceneElement): Parts | null {
    const points = element.points ?? []
    const [start] = points
    const end = points.at(-1)
    if (!start || !end || points.length < 2) return this.#damaged()
    const carried = carriedShapeOf(element.customData)
    const label = this.#labels.get(element.id)
    const isElbow = element.elbowed
    if (!isElbow && points.length > 3) {
      this.#tally.add('arrow with several bends: drawn with one', 'arrows with several bends: drawn with one')
    }
    this.#link(element, () => false)
    const props = {
      kind: isElbow ? 'elbow' : 'arc',
      color: nearestColor(element.strokeColor),
      labelColor: label ? nearestColor(label.strokeColor) : 'black',
      fill: 'none',
      dash: dashOf(element),
      size: sizeOf(element),
      arrowheadStart: this.#head(element.startArrowhead),
      arrowheadEnd: this.#head(element.endArrowhead),
      font: label ? fontOf(label) : 'draw',
      start: { x: start[0], y: start[1] },
      end: { x: end[0], y: end[1] },
      bend: isElbow ? 0 : bendOf(points),
      text: label ? this.#short(writtenIn(label)) : '',
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    }
    const meta: Readonly<Record<string, string>> =
      carried.connector === undefined ? {} : { connector: carried.connector }
    const whole = { type: 'arrow', props: { ...props, ...arrowPropsOf(carried) }, meta }
    return isSound(whole) ? whole : { type: 'arrow', props, meta }
  }

  #head(head: string | null | undefined) {
    const own = arrowheadOf(head)
    if (own !== undefined) return own
    this.#tally.add(`arrowhead “${head}”: drawn as a plain one`, `arrowheads “${head}”: drawn as plain ones`)
    return 'arrow'
  }

  #line(element: SceneElement): Parts | null {
    const all = element.points ?? []
    if (all.length < 2) return this.#damaged()
    if (fillOf(element) !== 'none')
      this.#tally.add('filled line: drawn without its filling', 'filled lines: drawn without their filling')
    if (all.length > MAX_LINE_POINTS)
      this.#tally.add(
        'line with very many points: its end is cut off',
        'lines with very many points: their ends are cut off',
      )
    this.#link(element, () => false)
    const points = all.slice(0, MAX_LINE_POINTS)
    const indices = getIndices(points.length)
    return {
      type: 'line',
      props: {
        color: nearestColor(element.strokeColor),
        dash: dashOf(element),
        size: sizeOf(element),
        spline: element.roundness ? 'cubic' : 'line',
        scale: 1,
        points: Object.fromEntries(
          points.map(([x, y], at) => {
            const index = indices[at] ?? ''
            return [index, { id: index, index, x, y }]
          }),
        ),
      },
    }
  }

  #stroke(element: SceneElement): Parts | null {
    const all = element.points ?? []
    const [first] = all
    if (!first) return this.#damaged()
    if (all.length > MAX_STROKE_POINTS)
      this.#tally.add(
        'stroke with very many points: its end is cut off',
        'strokes with very many points: their ends are cut off',
      )
    this.#link(element, () => false)
    const isPen = !element.simulatePressure
    const points = all.slice(0, MAX_STROKE_POINTS).map(([x, y], at) => ({
      x,
      y,
      z: isPen ? Math.min(1, Math.max(0, element.pressures?.[at] ?? 0.5)) : 0.5,
    }))
    const isHighlight = carriedShapeOf(element.customData).type === 'highlight'
    const last = points.at(-1) ?? { x: 0, y: 0 }
    const isClosed = points.length > 3 && Math.hypot(last.x - first[0], last.y - first[1]) < 8
    const props = {
      color: nearestColor(element.strokeColor),
      size: sizeOf(element),
      segments: [{ type: 'free', points }],
      isComplete: true,
      isPen,
      scale: 1,
    }
    return isHighlight
      ? { type: 'highlight', props }
      : {
          type: 'draw',
          props: { ...props, fill: isClosed ? fillOf(element) : 'none', dash: dashOf(element), isClosed },
        }
  }

  #image(element: SceneElement): Parts | null {
    const dataUrl = this.#scene.files.get(element.fileId ?? '')
    if (dataUrl === undefined) {
      this.#tally.add('image: it is not in the file', 'images: they are not in the file')
      return null
    }
    if (!isImageData(dataUrl)) {
      this.#tally.add(
        'image: a board takes PNG, JPEG, WebP and GIF',
        'images: a board takes PNG, JPEG, WebP and GIF',
      )
      return null
    }
    const { crop, scale } = element
    const sides = sidesOf(element)
    const asset = AssetRecordType.create({
      id: AssetRecordType.createId(),
      type: 'image',
      props: {
        name: 'image',
        src: null,
        w: crop?.naturalWidth ?? sides.w,
        h: crop?.naturalHeight ?? sides.h,
        mimeType: mimeTypeOf(dataUrl),
        isAnimated: false,
      },
    })
    if (asset.type !== 'image') return null
    this.#images.push({ asset, dataUrl })
    return {
      type: 'image',
      props: {
        ...sides,
        playing: true,
        url: this.#link(element, isWebLink),
        assetId: asset.id,
        crop: crop
          ? {
              topLeft: { x: crop.x / crop.naturalWidth, y: crop.y / crop.naturalHeight },
              bottomRight: {
                x: (crop.x + crop.width) / crop.naturalWidth,
                y: (crop.y + crop.height) / crop.naturalHeight,
              },
            }
          : null,
        flipX: scale[0] < 0,
        flipY: scale[1] < 0,
        altText: '',
      },
    }
  }

  #bindingsOf(element: SceneElement, kept: ReadonlySet<string>): TLBinding[] {
    const fromId = this.#shapeIds.get(element.id)
    if (element.type !== 'arrow' || fromId === undefined) return []
    return (['start', 'end'] as const).flatMap((terminal) => {
      const bound = terminal === 'start' ? element.startBinding : element.endBinding
      if (!bound) return []
      // A text in a box stands for the box.
      const target = this.#byId.get(bound.elementId)
      const toId = this.#shapeIds.get(bound.elementId) ?? this.#shapeIds.get(target?.containerId ?? '')
      if (toId === undefined || toId === fromId || !kept.has(toId)) return []
      const [x, y] = bound.fixedPoint ?? [0.5, 0.5]
      const isPrecise = element.elbowed && bound.fixedPoint !== null && bound.fixedPoint !== undefined
      const check = checkRecord({
        id: createBindingId(),
        typeName: 'binding',
        type: 'arrow',
        fromId,
        toId,
        meta: {},
        props: {
          terminal,
          normalizedAnchor: isPrecise ? { x: inside(x), y: inside(y) } : { x: 0.5, y: 0.5 },
          isExact: false,
          isPrecise,
          snap: 'none',
        },
      })
      return check.ok && check.record.typeName === 'binding' ? [check.record] : []
    })
  }

  #damaged(): null {
    this.#tally.add('part: it is damaged', 'parts: they are damaged')
    return null
  }

  #short(text: string): string {
    if (text.length <= MAX_TEXT_LENGTH) return text
    this.#tally.add('very long text: its end is cut off', 'very long texts: their ends are cut off')
    return text.slice(0, MAX_TEXT_LENGTH)
  }

  #link({ link }: SceneElement, isAllowed: (link: string) => boolean): string {
    if (link === null || link === undefined || link === '') return ''
    if (isAllowed(link)) return link
    this.#tally.add('link')
    return ''
  }
}

/** Which text is in which box or on which arrow: newer files say so at the text, older ones at the box. */
function labelsOf(
  elements: readonly SceneElement[],
  byId: ReadonlyMap<string, SceneElement>,
): ReadonlyMap<string, SceneElement> {
  const labels = new Map<string, SceneElement>()
  const taken = new Set<string>()
  const add = (containerId: string, text: SceneElement | undefined) => {
    const container = byId.get(containerId)
    if (!container || text?.type !== 'text' || labels.has(containerId) || taken.has(text.id)) return
    if (!['rectangle', 'ellipse', 'diamond', 'arrow'].includes(container.type)) return
    labels.set(containerId, text)
    taken.add(text.id)
  }
  for (const element of elements) if (element.containerId) add(element.containerId, element)
  for (const element of elements) {
    for (const bound of element.boundElements ?? []) {
      const text = byId.get(bound.id)
      // What the text itself says comes first.
      if (bound.type === 'text' && !text?.containerId) add(element.id, text)
    }
  }
  return labels
}

function sidesAs(element: SceneElement) {
  const { w, h } = sidesOf(element)
  return { width: w, height: h }
}

function sidesOf({ width, height }: SceneElement) {
  return { w: Math.max(LEAST_SIDE, Math.abs(width)), h: Math.max(LEAST_SIDE, Math.abs(height)) }
}

function inside(value: number): number {
  return Math.min(1, Math.max(0, value))
}

/** How far an arrow's middle lies beside the straight line between its ends, as tldraw counts it. */
function bendOf(points: readonly (readonly number[])[]): number {
  const [startX = 0, startY = 0] = points[0] ?? []
  const [endX = 0, endY = 0] = points.at(-1) ?? []
  if (points.length < 3) return 0
  const [x = 0, y = 0] = points[Math.floor(points.length / 2)] ?? []
  const [dx, dy] = [endX - startX, endY - startY]
  const distance = Math.hypot(dx, dy)
  if (distance < 1) return 0
  return (dx * (y - startY) - dy * (x - startX)) / distance
}

function arrowPropsOf({ type, props }: CarriedShape): Readonly<Record<string, unknown>> {
  if (type !== 'arrow' || !props) return {}
  const { labelPosition, elbowMidPoint, bend } = props
  return {
    ...(labelPosition === undefined ? {} : { labelPosition }),
    ...(elbowMidPoint === undefined ? {} : { elbowMidPoint }),
    ...(bend === undefined ? {} : { bend }),
  }
}

/** Whether a shape of these parts may stand on a board, wherever it stands. */
function isSound({ type, props, meta = {} }: Parts): boolean {
  return checkRecord({
    id: createShapeId('trial'),
    typeName: 'shape',
    type,
    parentId: IMPORT_PAGE,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta,
    props,
  }).ok
}
