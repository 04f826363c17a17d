import {
  ZONE,
  ZONE_SIZE,
  zoneDefaults,
  zoneProps,
  type ZoneShape,
} from '@drawbar/shared/board/shapes/zone-shape.ts'
import {
  BaseBoxShapeUtil,
  getDefaultColorTheme,
  Group2d,
  Rectangle2d,
  resizeBox,
  SVGContainer,
  toDomPrecision,
  useDefaultColorTheme,
  type Geometry2d,
  type SvgExportContext,
  type TLDragShapesOutInfo,
  type TLDragShapesOverInfo,
  type TLResizeInfo,
  type TLShape,
} from 'tldraw'
import { ZoneHeading, HEADING_HEIGHT, HEADING_WIDTH } from './zone-heading.tsx'
import { zoneHeading, zoneLook } from './zone-looks.ts'

const RADIUS = 12
const SMALLEST = { w: 120, h: 80 }

/** A border that carries what stands in it, as a frame does, but without cutting it off. */
export class ZoneShapeUtil extends BaseBoxShapeUtil<ZoneShape> {
  static override type = ZONE
  static override props = zoneProps

  override getDefaultProps(): ZoneShape['props'] {
    return { ...ZONE_SIZE, ...zoneDefaults, kind: 'region' }
  }

  override canEdit() {
    return true
  }

  override canResizeChildren() {
    return false
  }

  /** Internal to tldraw's types, not to its canvas: what is in a zone is drawn over its ground. */
  providesBackgroundForChildren() {
    return true
  }

  override canReceiveNewChildrenOfType(shape: ZoneShape) {
    return !shape.isLocked
  }

  /**
   * Only its line and its heading are taken hold of: what is in it must be reachable. The heading comes first, as tldraw
   * asks the first part whether a press within counts, and is no label, as it passes over those of foreign shapes.
   */
  override getGeometry({ props: { w, h } }: ZoneShape): Geometry2d {
    return new Group2d({
      children: [
        new Rectangle2d({
          x: 0,
          y: 0,
          width: Math.min(w, HEADING_WIDTH),
          height: Math.min(h, HEADING_HEIGHT),
          isFilled: true,
        }),
        new Rectangle2d({ width: w, height: h, isFilled: false }),
      ],
    })
  }

  override getText({ props }: ZoneShape) {
    const { kind, name } = zoneHeading(props.kind, props.label)
    return name === '' ? kind : `${kind} ${name}`
  }

  override getAriaDescriptor(shape: ZoneShape) {
    return this.getText(shape)
  }

  override component(shape: ZoneShape) {
    return <ZoneBody shape={shape} />
  }

  override indicator({ props: { w, h } }: ZoneShape) {
    return <rect width={toDomPrecision(w)} height={toDomPrecision(h)} rx={RADIUS} ry={RADIUS} />
  }

  override toSvg({ props }: ZoneShape, { isDarkMode }: SvgExportContext) {
    const { w, h, kind, label, color } = props
    const colours = coloursOf(getDefaultColorTheme({ isDarkMode }), color)
    const heading = zoneHeading(kind, label)
    return (
      <g>
        <ZoneGround w={w} h={h} kind={kind} colours={colours} />
        <text x={14} y={23} fill={colours.text} fontSize={14} fontFamily="sans-serif">
          <tspan fontWeight={600}>{heading.kind}</tspan>
          {heading.name === '' ? null : <tspan dx={8}>{heading.name}</tspan>}
        </text>
      </g>
    )
  }

  override onResize(shape: ZoneShape, info: TLResizeInfo<ZoneShape>) {
    return resizeBox(shape, info, { minWidth: SMALLEST.w, minHeight: SMALLEST.h })
  }

  override onDragShapesIn(
    zone: ZoneShape,
    shapes: TLShape[],
    { initialParentIds, initialIndices }: TLDragShapesOverInfo,
  ) {
    const { editor } = this
    if (shapes.every(({ parentId }) => parentId === zone.id)) return
    if (shapes.some(({ id }) => editor.hasAncestor(zone, id))) return
    editor.reparentShapes(shapes, zone.id)
    // Who only passed through lies where it lay before.
    const taken = new Set(
      editor
        .getSortedChildIdsForParent(zone)
        .filter((id) => shapes.every((shape) => shape.id !== id))
        .map((id) => editor.getShape(id)?.index),
    )
    const returned = shapes.filter(({ id }) => initialParentIds.get(id) === zone.id)
    for (const { id, type } of returned) {
      const index = initialIndices.get(id)
      if (index !== undefined && !taken.has(index)) editor.updateShape({ id, type, index })
    }
  }

  override onDragShapesOut(
    zone: ZoneShape,
    shapes: TLShape[],
    { nextDraggingOverShapeId }: TLDragShapesOutInfo,
  ) {
    if (nextDraggingOverShapeId !== null && nextDraggingOverShapeId !== undefined) return
    this.editor.reparentShapes(
      shapes.filter(({ parentId }) => parentId === zone.id),
      this.editor.getCurrentPageId(),
    )
  }
}

const FILL_OPACITY = 0.35

function coloursOf(theme: ReturnType<typeof getDefaultColorTheme>, color: ZoneShape['props']['color']) {
  const { semi, solid, frame } = theme[color]
  return { fill: color === 'black' ? theme.black.frame.fill : semi, line: solid, text: frame.text }
}

interface ZoneGroundProps {
  readonly w: number
  readonly h: number
  readonly kind: string
  readonly colours: ReturnType<typeof coloursOf>
}

function ZoneGround({ w, h, kind, colours }: ZoneGroundProps) {
  const { dashes, lineWidth } = zoneLook(kind)
  return (
    <rect
      width={w}
      height={h}
      rx={RADIUS}
      fill={colours.fill}
      fillOpacity={FILL_OPACITY}
      stroke={colours.line}
      strokeWidth={lineWidth}
      strokeDasharray={dashes}
    />
  )
}

function ZoneBody({ shape }: { readonly shape: ZoneShape }) {
  const theme = useDefaultColorTheme()
  const { w, h, kind, label, color } = shape.props
  const colours = coloursOf(theme, color)
  return (
    <>
      <SVGContainer>
        <ZoneGround w={w} h={h} kind={kind} colours={colours} />
      </SVGContainer>
      <ZoneHeading id={shape.id} kind={kind} label={label} color={colours.text} width={w} />
    </>
  )
}
