import type { CardColors } from './card-colors.ts'
import type { CardLayout, LaidText } from './card-layout.ts'

const FAMILY = { text: 'tldraw_sans', strong: 'tldraw_sans', code: 'tldraw_mono' } as const

export interface CardSvgProps {
  readonly layout: CardLayout
  readonly colors: CardColors
}

/** A card in an exported picture. */
export function CardSvg({ layout, colors }: CardSvgProps) {
  const { w, h, header, title, kindLabel, columnTitles, parts, bullets } = layout
  const { paper, border, rule, ink, quiet } = colors
  return (
    <>
      <rect width={w} height={h} rx={6} fill={paper} />
      <path d={`M0 ${header.h}V6a6 6 0 0 1 6 -6H${w - 6}a6 6 0 0 1 6 6V${header.h}Z`} fill={colors.header} />
      <Lines text={title} fill={ink} />
      {kindLabel && <Lines text={kindLabel} fill={quiet} />}
      {columnTitles.map((text) => (
        <Lines key={text.x} text={text} fill={quiet} />
      ))}
      {parts.map(({ section, heading, rows }) => (
        <g key={section}>
          {heading && <Lines text={heading} fill={quiet} />}
          {rows.map((row) => (
            <g key={row.shown.row.id}>
              {heading === null && <line x1={0} x2={w} y1={row.y} y2={row.y} stroke={rule} />}
              {bullets && <circle cx={15} cy={row.y + 15} r={1.75} fill={quiet} />}
              {row.title && <Lines text={row.title} fill={quiet} />}
              {row.cells.map((cell) => (
                <Lines key={cell.column.name} text={cell} fill={ink} />
              ))}
            </g>
          ))}
        </g>
      ))}
      <rect width={w} height={h} rx={6} fill="none" stroke={border} strokeWidth={1.5} />
    </>
  )
}

/** Ascent and descent of the three faces are 1.025 and 0.275 em, as a browser centres them in a line. */
function Lines({
  text: { lines, face, size, line, x, y },
  fill,
}: {
  readonly text: LaidText
  readonly fill: string
}) {
  return (
    <text
      fontFamily={FAMILY[face]}
      fontSize={size}
      fontWeight={face === 'strong' ? 'bold' : 'normal'}
      fill={fill}
      style={{ whiteSpace: 'pre', fontKerning: 'none', fontVariantLigatures: 'none' }}
    >
      {lines.map((words, at) => (
        <tspan key={at} x={x} y={y + at * line + line / 2 + 0.375 * size}>
          {words}
        </tspan>
      ))}
    </text>
  )
}
