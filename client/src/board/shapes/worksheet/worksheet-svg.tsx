import type { WorksheetProps } from '@drawbar/shared/board/shapes/worksheet-shape.ts'
import type { MathState } from '../../worksheet/load-math.ts'
import type { CardColors } from '../card/card-colors.ts'
import { textWidth, wrapText, type Face } from '../card/text-metrics.ts'
import { resultText } from './result-text.ts'
import { layOutWorksheet, noteTop, SHEET } from './worksheet-layout.ts'

const FAMILY = { text: 'tldraw_sans', strong: 'tldraw_sans', code: 'tldraw_mono' } as const

export interface WorksheetSvgProps {
  readonly props: WorksheetProps
  readonly colors: CardColors
  readonly math: MathState
}

/** A worksheet in an exported picture. */
export function WorksheetSvg({ props, colors, math }: WorksheetSvgProps) {
  const { w, h, name, expression, result, rows } = layOutWorksheet(props)
  const { paper, header, border, rule, ink, quiet } = colors
  const titles = [
    [name, 'Name'],
    [expression, 'Calculation'],
    [result, 'Result'],
  ] as const
  return (
    <>
      <rect width={w} height={h} rx={6} fill={paper} />
      <path d={`M0 ${SHEET.header}V6a6 6 0 0 1 6 -6H${w - 6}a6 6 0 0 1 6 6V${SHEET.header}Z`} fill={header} />
      <Line
        x={SHEET.side}
        y={26}
        w={w - 24}
        face="strong"
        size={16}
        fill={ink}
        text={props.title || 'Worksheet'}
      />
      {titles.map(([{ x, w: width }, text]) => (
        <Line
          key={text}
          x={x}
          y={SHEET.header + 17}
          w={width}
          face="text"
          size={12}
          fill={quiet}
          text={text}
        />
      ))}
      {rows.map((laid) => {
        const { row, y: top } = laid
        const { state, text, exact } = resultText(math, props.rows, row.id)
        const isError = state === 'error'
        const lines = isError
          ? wrapText(`⚠ ${text}`, 'text', 12, result.w).slice(0, laid.lines + 1)
          : [text, exact ?? '']
        return (
          <g key={row.id}>
            <line x1={0} x2={w} y1={top} y2={top} stroke={rule} />
            {laid.name.map((line, i) => (
              <Line
                key={i}
                x={name.x}
                y={top + 19 + i * SHEET.line}
                w={name.w}
                face="text"
                size={SHEET.name}
                fill={ink}
                text={line}
              />
            ))}
            {laid.expression.map((line, i) => (
              <Line
                key={i}
                x={expression.x}
                y={top + 19 + i * SHEET.line}
                w={expression.w}
                face="code"
                size={SHEET.expression}
                fill={ink}
                text={line}
              />
            ))}
            <Line
              x={name.x}
              y={top + noteTop(laid) + 11}
              w={result.x - 12 - name.x}
              face="text"
              size={12}
              fill={quiet}
              text={row.cells.note ?? ''}
            />
            {lines.map((line, i) => (
              <Line
                key={i}
                x={result.x}
                y={top + 19 + i * 18}
                w={result.w}
                face={i === 0 && !isError ? 'strong' : 'text'}
                size={i === 0 && !isError ? 14 : 12}
                fill={i === 0 || isError ? ink : quiet}
                text={line}
              />
            ))}
          </g>
        )
      })}
      <rect width={w} height={h} rx={6} fill="none" stroke={border} strokeWidth={1.5} />
    </>
  )
}

interface LineProps {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly face: Face
  readonly size: number
  readonly fill: string
  readonly text: string
}

function Line({ x, y, w, face, size, fill, text }: LineProps) {
  return (
    <text
      x={x}
      y={y}
      fill={fill}
      fontFamily={FAMILY[face]}
      fontSize={size}
      fontWeight={face === 'strong' ? 'bold' : 'normal'}
    >
      {cut(text, w, face, size)}
    </text>
  )
}

function cut(text: string, w: number, face: Face, size: number): string {
  // A space at the end of a line hangs over.
  if (textWidth(text.trimEnd(), face, size) <= w) return text
  let kept = text
  while (kept !== '' && textWidth(`${kept}…`, face, size) > w) kept = kept.slice(0, -1)
  return `${kept}…`
}
