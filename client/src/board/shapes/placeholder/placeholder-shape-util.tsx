import {
  PLACEHOLDER,
  PLACEHOLDER_SIZE,
  placeholderProps,
  type PlaceholderShape,
} from '@drawbar/shared/board/shapes/placeholder-shape.ts'
import { BaseBoxShapeUtil, HTMLContainer, toDomPrecision, type SvgExportContext } from 'tldraw'
import styles from './placeholder.module.css'

/** What a newer version or another app has drawn and this one cannot. It stays on the board as it is, and says so. */
export class PlaceholderShapeUtil extends BaseBoxShapeUtil<PlaceholderShape> {
  static override type = PLACEHOLDER
  static override props = placeholderProps

  override getDefaultProps(): PlaceholderShape['props'] {
    return { ...PLACEHOLDER_SIZE, of: { type: 'unknown', facets: {} } }
  }

  /** Its size is among what is kept as it is. */
  override canResize() {
    return false
  }

  override getText({ props }: PlaceholderShape) {
    return describe(props)
  }

  override getAriaDescriptor({ props }: PlaceholderShape) {
    return describe(props)
  }

  override component({ props }: PlaceholderShape) {
    const lines = linesBelowName(props)
    return (
      <HTMLContainer>
        <div className={styles.placeholder} style={{ inlineSize: props.w, blockSize: props.h }}>
          <strong className={styles.name}>{props.of.type}</strong>
          {lines > 0 ? (
            <span className={styles.words} style={{ WebkitLineClamp: lines }}>
              Not known to this version of Drawbar. It is kept as it is; reload the page after an update.
            </span>
          ) : null}
        </div>
      </HTMLContainer>
    )
  }

  override indicator({ props: { w, h } }: PlaceholderShape) {
    return <rect width={toDomPrecision(w)} height={toDomPrecision(h)} rx={8} ry={8} />
  }

  override toSvg({ props }: PlaceholderShape, { isDarkMode }: SvgExportContext) {
    const ink = isDarkMode ? '#b6bec9' : '#475160'
    return (
      <g>
        <rect width={props.w} height={props.h} rx={8} fill="none" stroke={ink} strokeDasharray="6 4" />
        <text x={12} y={24} fill={ink} fontSize={14} fontFamily="sans-serif">
          {describe(props)}
        </text>
      </g>
    )
  }
}

/** How many whole lines of the style sheet's height there is room for. */
function linesBelowName({ w, h }: PlaceholderShape['props']): number {
  const [sides, name, line, narrowest] = [24, 22, 18, 120]
  return w < narrowest ? 0 : Math.max(Math.floor((h - sides - name) / line), 0)
}

function describe({ of }: PlaceholderShape['props']): string {
  return `${of.type} (not known to this version)`
}
