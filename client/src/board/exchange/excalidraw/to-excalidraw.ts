import { PAGE_ORIGIN, placeInside, type Placement } from '@drawbar/shared/board/page-transform.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { orderedRows, type Rows } from '@drawbar/shared/board/shapes/rows.ts'
import { connectorOf } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { componentLines } from '@drawbar/shared/graph/mermaid-notation.ts'
import { plainText } from '@drawbar/shared/graph/plain-text.ts'
import type { TLArrowBinding, TLBinding, TLDefaultColorStyle, TLShape } from 'tldraw'
import { Tally } from '../tally.ts'
import { hexOf } from './colors.ts'
import type { FileElement, FileImage, SceneFile } from './scene-file.ts'
import {
  bentPoints,
  elbowPoints,
  extent,
  toBorder,
  unturned,
  type Box,
  type Point,
} from './scene-geometry.ts'

export interface ToExcalidrawInput {
  /** Of one page, parents and what is in them, in drawing order within each parent. */
  readonly shapes: readonly TLShape[]
  readonly bindings: readonly TLBinding[]
  /** By asset id: what is in the file. An image that is not here is left out. */
  readonly images: ReadonlyMap<string, { readonly dataUrl: string; readonly mimeType: string }>
  /** Where the parents of outermost shapes lie, when those are not pages. */
  readonly origin?: ReadonlyMap<string, Placement>
  readonly target: 'file' | 'clipboard'
  /** Epoch ms. */
  readonly now: number
}

export interface ExcalidrawText {
  readonly file: SceneFile
  readonly notCarried: readonly string[]
}

/**
 * A page as an Excalidraw scene. What a component is stands in its element's `customData`, which Excalidraw keeps, so
 * that `fromExcalidraw` gives the same board back.
 */
export function toExcalidraw(input: ToExcalidrawInput): ExcalidrawText {
  const writer = new SceneWriter(input)
  writer.write()
  return {
    file: {
      type: input.target === 'file' ? 'excalidraw' : 'excalidraw/clipboard',
      version: 2,
      source: 'drawbar',
      elements: writer.elements(),
      appState: { viewBackgroundColor: '#ffffff', gridSize: null },
      files: writer.files,
    },
    notCarried: writer.tally.sentences(),
  }
}

const FONTS = { draw: 5, sans: 2, serif: 6, mono: 3 } as const
const SIZES = { s: 18, m: 24, l: 36, xl: 44 } as const
const LABEL_SIZES = { s: 16, m: 20, l: 28, xl: 36 } as const
const STROKES = { s: 1, m: 2, l: 3, xl: 4 } as const
const LINE_HEIGHT = 1.25
const NOTE_SIDE = 200

type Props = Readonly<Record<string, unknown>>

interface Look {
  readonly stroke?: string
  readonly ground?: string
  readonly fillStyle?: string
  readonly dash?: string
  readonly width?: number
}

interface Context {
  readonly shape: TLShape
  readonly props: Props
  readonly id: string
  readonly placement: Placement
  readonly groupIds: readonly string[]
  readonly frameId: string | null
  readonly zone: string | null
}

class SceneWriter {
  readonly tally = new Tally()
  readonly files: Record<string, FileImage> = {}
  readonly #input: ToExcalidrawInput
  readonly #shapes: ReadonlyMap<string, TLShape>
  readonly #elements: FileElement[] = []
  readonly #bound = new Map<string, { id: string; type: 'arrow' | 'text' }[]>()
  readonly #contexts = new Map<string, Context>()

  constructor(input: ToExcalidrawInput) {
    this.#input = input
    this.#shapes = new Map(input.shapes.map((shape) => [shape.id, shape]))
  }

  write(): void {
    const childrenOf = Map.groupBy(this.#input.shapes, ({ parentId }) => {
      return this.#shapes.has(parentId) ? parentId : null
    })
    const put = (
      parentId: TLShape['parentId'] | null,
      groupIds: readonly string[],
      frameId: string | null,
      zone: string | null,
    ) => {
      const children = (childrenOf.get(parentId) ?? []).toSorted((a, b) => (a.index < b.index ? -1 : 1))
      for (const shape of children) {
        const id = elementId(shape.id)
        const context = {
          shape,
          props: { ...shape.props },
          id,
          placement: this.#placementOf(shape),
          groupIds,
          frameId,
          zone,
        }
        this.#contexts.set(shape.id, context)
        const inner = (): void =>
          put(
            shape.id,
            shape.type === 'group' ? [id, ...groupIds] : groupIds,
            shape.type === 'frame' ? id : frameId,
            typeOf(shape) === 'zone' ? id : zone,
          )
        if (shape.type === 'frame') {
          // Excalidraw draws what is in a frame before the frame.
          inner()
          if (frameId !== null)
            this.tally.add(
              'frame in a frame: it stands beside it',
              'frames in frames: they stand beside them',
            )
          this.#writeShape({ ...context, frameId: null })
        } else {
          this.#writeShape(context)
          inner()
        }
      }
    }
    put(null, [], null, null)
    for (const context of this.#contexts.values()) if (context.shape.type === 'arrow') this.#arrow(context)
  }

  elements(): readonly FileElement[] {
    // Arrows were written last, when all they lead to was known; they go back to where they belong.
    const order = new Map([...this.#contexts.keys()].map((id, at) => [elementId(id), at]))
    const placeOf = ({ id, containerId }: FileElement) =>
      order.get(typeof containerId === 'string' ? containerId : id) ?? 0
    const isArrow = (element: FileElement) => element.type === 'arrow' || this.#isArrowLabel(element)
    const rest = this.#elements.filter((element) => !isArrow(element))
    const result = [...rest]
    for (const arrow of this.#elements.filter(isArrow)) {
      const at = result.findIndex((other) => placeOf(other) > placeOf(arrow) && other.type !== 'frame')
      result.splice(at === -1 ? result.length : at, 0, arrow)
    }
    return result.map((element) => ({ ...element, boundElements: this.#bound.get(element.id) ?? [] }))
  }

  #isArrowLabel({ containerId }: FileElement): boolean {
    return typeof containerId === 'string' && this.#shapes.get(`shape:${containerId}`)?.type === 'arrow'
  }

  #writeShape(context: Context): void {
    const { shape, props } = context
    const type: string = shape.type
    switch (type) {
      case 'group':
      case 'arrow':
        return
      case 'component':
      case 'zone':
      case 'card':
      case 'worksheet':
        return this.#own(context, type)
      case 'geo':
        return this.#geo(context)
      case 'note':
        return this.#note(context)
      case 'text':
        return this.#freeText(context)
      case 'frame':
        this.#push(context, 'frame', sides(props), { stroke: '#bbb' }, { name: String(props.name) })
        return
      case 'draw':
      case 'highlight':
        return this.#stroke(context)
      case 'line':
        return this.#line(context)
      case 'image':
        return this.#image(context)
      default:
        this.tally.add('part that only a newer version can draw', 'parts that only a newer version can draw')
    }
  }

  #own(context: Context, type: 'component' | 'zone' | 'card' | 'worksheet'): void {
    const { props, shape } = context
    const { w: _w, h: _h, ...carried } = props
    const text = ownText(type, props)
    if (shape.meta.pin !== undefined) this.#lostPin()
    const isZone = type === 'zone'
    this.#push(
      context,
      'rectangle',
      sides(props),
      isZone
        ? { stroke: colorOf(props), dash: 'dashed', width: 1 }
        : { stroke: colorOf(props), ground: '#ffffff', width: 2 },
      { roundness: { type: 3 } },
      { type, props: carried, text },
    )
    this.#label(context, sides(props), text, {
      size: type === 'component' || isZone ? 16 : 14,
      align: type === 'component' ? 'center' : 'left',
      vertical: type === 'component' ? 'middle' : 'top',
    })
  }

  #lostPin(): void {
    this.tally.add('pinned result', 'pinned results')
  }

  #geo(context: Context): void {
    const { props } = context
    const geo = String(props.geo)
    const isSame = geo === 'rectangle' || geo === 'ellipse' || geo === 'diamond'
    if (!isSame)
      this.tally.add(
        `“${geo}”: drawn as a ${roundGeos.has(geo) ? 'circle' : 'box'}`,
        `“${geo}”: drawn as ${roundGeos.has(geo) ? 'circles' : 'boxes'}`,
      )
    const size = { w: Number(props.w), h: Number(props.h) + Number(props.growY ?? 0) }
    const color = colorOf(props)
    this.#push(
      context,
      isSame ? geo : roundGeos.has(geo) ? 'ellipse' : 'rectangle',
      size,
      {
        stroke: color,
        ground: props.fill === 'none' ? 'transparent' : props.fill === 'semi' ? '#ffffff' : color,
        fillStyle: props.fill === 'pattern' ? 'hachure' : 'solid',
        dash: String(props.dash),
        width: STROKES[props.size as keyof typeof STROKES],
      },
      { link: String(props.url) === '' ? null : String(props.url) },
      isSame ? {} : { type: 'geo', props: { geo } },
    )
    this.#label(context, size, this.#textOf(props), {
      size: LABEL_SIZES[props.size as keyof typeof LABEL_SIZES] ?? 20,
      font: fontOf(props),
      align:
        props.align === 'start' || props.align === 'end'
          ? props.align === 'start'
            ? 'left'
            : 'right'
          : 'center',
      vertical: props.verticalAlign === 'start' ? 'top' : props.verticalAlign === 'end' ? 'bottom' : 'middle',
      color: colorOf({ color: props.labelColor }),
    })
  }

  #note(context: Context): void {
    const { props } = context
    const scale = Number(props.scale ?? 1)
    const size = { w: NOTE_SIDE * scale, h: (NOTE_SIDE + Number(props.growY ?? 0)) * scale }
    const { richText: _richText, growY: _growY, ...carried } = props
    this.#push(
      context,
      'rectangle',
      size,
      { stroke: '#1e1e1e', ground: colorOf(props), width: 1 },
      {},
      { type: 'note', props: carried },
    )
    this.#label(context, size, this.#textOf(props), {
      size: 20,
      font: fontOf(props),
      align: 'center',
      vertical: 'middle',
    })
  }

  #freeText(context: Context): void {
    const { props } = context
    const text = this.#textOf(props)
    if (text.trim() === '') return
    const fontSize = (SIZES[props.size as keyof typeof SIZES] ?? 24) * Number(props.scale ?? 1)
    const measured = measure(text, fontSize)
    const w = props.autoSize === true ? measured.w : Number(props.w)
    this.#push(
      context,
      'text',
      { w, h: measured.h },
      { stroke: colorOf(props) },
      {
        ...textFields(text, fontSize, fontOf(props)),
        textAlign: props.textAlign === 'middle' ? 'center' : props.textAlign === 'end' ? 'right' : 'left',
        verticalAlign: 'top',
        containerId: null,
        autoResize: props.autoSize === true,
      },
    )
  }

  #stroke(context: Context): void {
    const { props, shape } = context
    const segments = props.segments as readonly {
      readonly points: readonly { x: number; y: number; z?: number }[]
    }[]
    const all = segments.flatMap(({ points }) => points)
    const [first] = all
    if (!first) return
    const scale = Number(props.scale ?? 1)
    const isHighlight = shape.type === 'highlight'
    this.#push(
      {
        ...context,
        placement: placeInside(context.placement, { x: first.x * scale, y: first.y * scale, rotation: 0 }),
      },
      'freedraw',
      extent(all.map(({ x, y }) => [x * scale, y * scale])),
      {
        stroke: colorOf(props),
        ground: props.isClosed === true && props.fill !== 'none' ? colorOf(props) : 'transparent',
        width: STROKES[props.size as keyof typeof STROKES],
      },
      {
        points: all.map(({ x, y }) => [(x - first.x) * scale, (y - first.y) * scale]),
        pressures: props.isPen === true ? all.map(({ z }) => z ?? 0.5) : [],
        simulatePressure: props.isPen !== true,
        ...(isHighlight ? { opacity: 40 } : {}),
      },
      isHighlight ? { type: 'highlight' } : {},
    )
  }

  #line(context: Context): void {
    const { props } = context
    const points = Object.values(props.points as Record<string, { index: string; x: number; y: number }>)
      .toSorted((a, b) => (a.index < b.index ? -1 : 1))
      .map(({ x, y }): [number, number] => [x, y])
    const [first = [0, 0]] = points
    this.#push(
      { ...context, placement: placeInside(context.placement, { x: first[0], y: first[1], rotation: 0 }) },
      'line',
      extent(points),
      {
        stroke: colorOf(props),
        dash: String(props.dash),
        width: STROKES[props.size as keyof typeof STROKES],
      },
      {
        points: points.map(([x, y]) => [x - first[0], y - first[1]]),
        roundness: props.spline === 'cubic' ? { type: 2 } : null,
        startBinding: null,
        endBinding: null,
        startArrowhead: null,
        endArrowhead: null,
      },
    )
  }

  #image(context: Context): void {
    const { props, id } = context
    const image = this.#input.images.get(String(props.assetId))
    if (!image) {
      this.tally.add('image: it could not be read', 'images: they could not be read')
      return
    }
    this.files[id] = { id, mimeType: image.mimeType, dataURL: image.dataUrl, created: this.#input.now }
    if (props.crop !== null)
      this.tally.add('image’s crop: the whole of it is shown', 'images’ crops: the whole of them is shown')
    this.#push(
      context,
      'image',
      sides(props),
      {},
      {
        fileId: id,
        status: 'saved',
        scale: [props.flipX === true ? -1 : 1, props.flipY === true ? -1 : 1],
        crop: null,
      },
    )
  }

  #arrow(context: Context): void {
    const { props, id, shape } = context
    const ends = this.#input.bindings.filter(
      (one): one is TLArrowBinding => one.type === 'arrow' && one.fromId === shape.id,
    )
    const bindingOf = (terminal: 'start' | 'end') => ends.find((one) => one.props.terminal === terminal)
    const [start, end] = this.#endsOf(context, bindingOf('start'), bindingOf('end'))
    const isElbow = props.kind === 'elbow'
    const points = isElbow ? elbowPoints(start, end) : bentPoints(start, end, Number(props.bend ?? 0))
    if (shape.meta.pin !== undefined) this.#lostPin()
    const connector = connectorOf(shape.meta)
    this.#push(
      { ...context, placement: { ...start, rotation: 0 } },
      'arrow',
      extent(points),
      {
        stroke: colorOf(props),
        dash: String(props.dash),
        width: STROKES[props.size as keyof typeof STROKES],
      },
      {
        points,
        roundness: isElbow ? null : { type: 2 },
        elbowed: isElbow,
        ...(isElbow ? { fixedSegments: null, startIsSpecial: null, endIsSpecial: null } : {}),
        startBinding: this.#bind(id, bindingOf('start'), isElbow),
        endBinding: this.#bind(id, bindingOf('end'), isElbow),
        startArrowhead: this.#head(props.arrowheadStart),
        endArrowhead: this.#head(props.arrowheadEnd),
        lastCommittedPoint: null,
      },
      {
        type: 'arrow',
        props: {
          labelPosition: props.labelPosition,
          elbowMidPoint: props.elbowMidPoint,
          ...(isElbow ? {} : { bend: props.bend }),
        },
        ...(connector === undefined ? {} : { connector }),
      },
    )
    const text = typeof props.text === 'string' ? props.text : ''
    if (text.trim() === '') return
    const middle = points[Math.floor(points.length / 2)] ?? [0, 0]
    const at =
      points.length === 2
        ? { x: start.x + (points[1]?.[0] ?? 0) / 2, y: start.y + (points[1]?.[1] ?? 0) / 2 }
        : { x: start.x + middle[0], y: start.y + middle[1] }
    const size = measure(text, 16)
    this.#boundText(
      { ...context, placement: { x: at.x - size.w / 2, y: at.y - size.h / 2, rotation: 0 } },
      size,
      {
        text,
        fontSize: 16,
        font: fontOf(props),
        align: 'center',
        vertical: 'middle',
        color: colorOf({ color: props.labelColor }),
      },
    )
  }

  #bind(arrowId: string, binding: TLArrowBinding | undefined, isElbow: boolean): object | null {
    const target = binding && this.#shapes.get(binding.toId)
    if (!binding || !target) return null
    const targetId = elementId(target.id)
    if (!this.#elements.some(({ id }) => id === targetId)) {
      this.tally.add(
        'arrow’s hold on a group or on what was left out',
        'arrows’ holds on groups or on what was left out',
      )
      return null
    }
    this.#bound.set(targetId, [...(this.#bound.get(targetId) ?? []), { id: arrowId, type: 'arrow' }])
    const { x, y } = binding.props.normalizedAnchor
    return {
      elementId: targetId,
      focus: 0,
      gap: 4,
      ...(isElbow ? { fixedPoint: [x, y] } : { fixedPoint: null }),
    }
  }

  #head(head: unknown): string | null {
    if (head === 'none') return null
    const own = HEADS[String(head)]
    if (own !== undefined) return own
    this.tally.add(
      `arrowhead “${String(head)}”: drawn as a plain one`,
      `arrowheads “${String(head)}”: drawn as plain ones`,
    )
    return 'arrow'
  }

  /** Where an arrow begins and ends on the page: at the border of what it is bound to. */
  #endsOf(
    context: Context,
    startBinding: TLArrowBinding | undefined,
    endBinding: TLArrowBinding | undefined,
  ): [Point, Point] {
    const { start, end } = context.props as { start: Point; end: Point }
    const onPage = (point: Point): Point => placeInside(context.placement, { ...point, rotation: 0 })
    const anchorOf = (binding: TLArrowBinding | undefined, loose: Point): Point => {
      const box = binding && this.#boxOf(binding.toId)
      return box ? { x: box.x + box.w / 2, y: box.y + box.h / 2 } : onPage(loose)
    }
    const [from, to] = [anchorOf(startBinding, start), anchorOf(endBinding, end)]
    return [
      toBorder(startBinding && this.#boxOf(startBinding.toId), from, to),
      toBorder(endBinding && this.#boxOf(endBinding.toId), to, from),
    ]
  }

  #boxOf(shapeId: string): Box | undefined {
    const id = elementId(shapeId)
    const element = this.#elements.find((one) => one.id === id)
    return element && { x: element.x, y: element.y, w: element.width, h: element.height }
  }

  #textOf(props: Props): string {
    const { richText } = props
    const text = plainText(richText)
    if (hasMarks(richText))
      this.tally.add('formatted text: carried as plain text', 'formatted texts: carried as plain text')
    return text
  }

  #label(
    context: Context,
    box: { w: number; h: number },
    text: string,
    style: { size: number; font?: number; align: string; vertical: string; color?: string },
  ): void {
    if (text.trim() === '') return
    const size = measure(text, style.size)
    const w = Math.max(1, Math.min(size.w, box.w - 10))
    const x = style.align === 'center' ? (box.w - w) / 2 : style.align === 'right' ? box.w - w - 5 : 5
    const y =
      style.vertical === 'middle'
        ? (box.h - size.h) / 2
        : style.vertical === 'bottom'
          ? box.h - size.h - 5
          : 5
    this.#boundText(
      { ...context, placement: placeInside(context.placement, { x, y, rotation: 0 }) },
      { w, h: size.h },
      {
        text,
        fontSize: style.size,
        font: style.font ?? FONTS.sans,
        align: style.align,
        vertical: style.vertical,
        color: style.color ?? '#1e1e1e',
      },
    )
  }

  #boundText(
    context: Context,
    size: { w: number; h: number },
    style: { text: string; fontSize: number; font: number; align: string; vertical: string; color: string },
  ): void {
    const id = `${context.id}-text`
    this.#bound.set(context.id, [...(this.#bound.get(context.id) ?? []), { id, type: 'text' }])
    this.#push(
      { ...context, id, zone: null },
      'text',
      size,
      { stroke: style.color },
      {
        ...textFields(style.text, style.fontSize, style.font),
        textAlign: style.align,
        verticalAlign: style.vertical,
        containerId: context.id,
        autoResize: true,
      },
    )
  }

  #push(
    { id, placement, groupIds, frameId, zone, shape }: Context,
    type: string,
    { w, h, from = { x: 0, y: 0 } }: { w: number; h: number; from?: Point },
    { stroke = 'transparent', ground = 'transparent', fillStyle = 'solid', dash = 'draw', width = 2 }: Look,
    extra: Readonly<Record<string, unknown>> = {},
    carried: object = {},
  ): void {
    const drawbar = { ...carried, ...(zone === null ? {} : { zone }) }
    const corner = unturned(placement, { x: from.x + w / 2, y: from.y + h / 2 })
    const seed = seedOf(id)
    this.#elements.push({
      id,
      type,
      x: corner.x,
      y: corner.y,
      width: w,
      height: h,
      angle: ((placement.rotation % TURN) + TURN) % TURN,
      strokeColor: stroke,
      backgroundColor: ground,
      fillStyle,
      strokeWidth: width,
      strokeStyle: dash === 'dashed' || dash === 'dotted' ? dash : 'solid',
      roughness: dash === 'draw' ? 1 : 0,
      opacity: Math.round(shape.opacity * 100),
      groupIds,
      frameId,
      index: null,
      roundness: null,
      seed,
      version: 1,
      versionNonce: seed,
      isDeleted: false,
      boundElements: [],
      updated: this.#input.now,
      link: null,
      locked: shape.isLocked,
      ...extra,
      ...(Object.keys(drawbar).length === 0 ? {} : { customData: { drawbar } }),
    })
  }

  #placementOf(shape: TLShape): Placement {
    const parent = this.#shapes.get(shape.parentId)
    const origin = parent
      ? this.#placementOf(parent)
      : (this.#input.origin?.get(shape.parentId) ?? PAGE_ORIGIN)
    return placeInside(origin, { x: shape.x, y: shape.y, rotation: shape.rotation })
  }
}

const TURN = Math.PI * 2
const roundGeos: ReadonlySet<string> = new Set(['cloud', 'oval', 'heart'])
const HEADS: Readonly<Record<string, string>> = {
  arrow: 'arrow',
  triangle: 'triangle',
  diamond: 'diamond',
  dot: 'dot',
  bar: 'bar',
  pipe: 'bar',
}

function elementId(shapeId: string): string {
  return shapeId.replace(/^shape:/, '')
}

function typeOf({ type }: TLShape): string {
  return type
}

function sides({ w, h }: Props): { w: number; h: number } {
  return { w: Number(w), h: Number(h) }
}

function colorOf({ color }: Props): string {
  return hexOf(color as TLDefaultColorStyle)
}

function fontOf({ font }: Props): number {
  return FONTS[font as keyof typeof FONTS] ?? FONTS.sans
}

function ownText(type: 'component' | 'zone' | 'card' | 'worksheet', props: Props): string {
  if (type === 'zone') return String(props.label) || titleOf(String(props.kind))
  if (type === 'component') {
    const { label, technology, replicas, shards } = props
    const title = String(label) || titleOf(String(props.kind))
    const lines = componentLines({
      label: title,
      technology: String(technology),
      replicas: Number(replicas),
      shards: Number(shards),
    })
    return lines.join('\n')
  }
  const title = String(props.title) || (type === 'worksheet' ? 'Numbers' : titleOf(String(props.kind)))
  const rows = orderedRows(props.rows as Rows).map(({ cells }) => {
    return type === 'worksheet'
      ? [cells.name, cells.expression].filter((cell) => cell !== undefined).join(' = ')
      : Object.entries(cells)
          .flatMap(([column, cell]) => (column === 'section' ? [] : [cell]))
          .join(' · ')
  })
  return [title, ...rows.filter((row) => row !== '')].join('\n').trim()
}

function textFields(text: string, fontSize: number, fontFamily: number): Readonly<Record<string, unknown>> {
  return { text, originalText: text, fontSize, fontFamily, lineHeight: LINE_HEIGHT }
}

/** About as much room as a text takes: Excalidraw measures it again when somebody touches it. */
function measure(text: string, fontSize: number): { w: number; h: number } {
  const lines = text.split('\n')
  const longest = Math.max(...lines.map(({ length }) => length))
  return { w: Math.max(1, longest * fontSize * 0.55), h: lines.length * fontSize * LINE_HEIGHT }
}

function hasMarks(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('marks' in value && Array.isArray(value.marks) && value.marks.length > 0) return true
  return 'content' in value && Array.isArray(value.content) && value.content.some(hasMarks)
}

/** The same drawing looks the same every time. */
function seedOf(id: string): number {
  let hash = 7
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 2_147_483_647
  return hash
}
