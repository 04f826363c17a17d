import {
  COMPONENT,
  COMPONENT_SIZE,
  componentDefaults,
  componentProps,
  type ComponentShape,
} from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import {
  BaseBoxShapeUtil,
  DefaultFontFaces,
  HTMLContainer,
  resizeBox,
  toDomPrecision,
  type SvgExportContext,
  type TLResizeInfo,
} from 'tldraw'
import { pinnedSvg } from '../../worksheet/pinned-svg.tsx'
import { canvasTextWidth } from './canvas-text-width.ts'
import { ComponentBox } from './component-box.tsx'
import { BOX, SMALLEST } from './component-layout.ts'
import { ComponentSvg } from './component-svg.tsx'
import { componentText } from './component-text.ts'
import { roundedRectangle } from './rounded-rectangle.ts'

/** One array for all: tldraw asks for every component's fonts again and again. */
const FONTS = [DefaultFontFaces.tldraw_sans.normal.normal, DefaultFontFaces.tldraw_sans.normal.bold]

/** A part of a system on the canvas. */
export class ComponentShapeUtil extends BaseBoxShapeUtil<ComponentShape> {
  static override type = COMPONENT
  static override props = componentProps

  override getDefaultProps(): ComponentShape['props'] {
    return { ...COMPONENT_SIZE, kind: 'service', ...componentDefaults }
  }

  override getGeometry({ props }: ComponentShape) {
    return roundedRectangle(Math.max(props.w, 1), Math.max(props.h, 1), BOX.radius)
  }

  override canEdit() {
    return true
  }

  override onResize(shape: ComponentShape, info: TLResizeInfo<ComponentShape>) {
    return resizeBox(shape, info, { minWidth: SMALLEST.w, minHeight: SMALLEST.h })
  }

  override onEditEnd({ id, type, props }: ComponentShape) {
    const [label, technology] = [props.label.trim(), props.technology.trim()]
    if (label === props.label && technology === props.technology) return
    this.editor.updateShape<ComponentShape>({ id, type, props: { label, technology } })
  }

  override getText({ props }: ComponentShape) {
    return componentText(props, titleOf(props.kind))
  }

  override getFontFaces() {
    return FONTS
  }

  override component(shape: ComponentShape) {
    return (
      <HTMLContainer>
        <ComponentBox editor={this.editor} shape={shape} isDarkMode={this.editor.user.getIsDarkMode()} />
      </HTMLContainer>
    )
  }

  override indicator({ props: { w, h } }: ComponentShape) {
    return <rect width={toDomPrecision(w)} height={toDomPrecision(h)} rx={BOX.radius} ry={BOX.radius} />
  }

  override async toSvg(shape: ComponentShape, { isDarkMode }: SvgExportContext) {
    return (
      <>
        <ComponentSvg props={shape.props} isDarkMode={isDarkMode} measure={canvasTextWidth} />
        {await pinnedSvg(this.editor, shape, isDarkMode)}
      </>
    )
  }
}
