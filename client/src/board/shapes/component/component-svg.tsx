import type { ComponentProps } from '@drawbar/shared/board/shapes/component-shape.ts'
import { titleOf } from '@drawbar/shared/components/component-kinds.ts'
import { DefaultFontFamilies } from 'tldraw'
import { badgesOf, badgeWidth, sheetsBehind, type Badge } from './badges.ts'
import { componentColors, type ComponentColors } from './component-colors.ts'
import { CROSS_PATH, iconPath } from './component-icon.ts'
import { BOX, contentOf, lineWidth } from './component-layout.ts'
import { cutText, wrapText, type Measure } from './wrap-text.ts'

/** Where letters stand in their line, as a part of their size below its middle. */
const BASELINE = 0.35

export interface ComponentSvgProps {
  readonly props: ComponentProps
  readonly isDarkMode: boolean
  /** Widths in the canvas's sans font, by size in px. */
  readonly measure: (text: string, size: number, weight: 'bold' | 'normal') => number
}

/** A component in pictures of the board, as it looks near by. */
export function ComponentSvg({ props, isDarkMode, measure }: ComponentSvgProps) {
  const { w, h, kind, label, technology, replicas, failed } = props
  const colors = componentColors(props.color, isDarkMode)
  const shown = label === '' ? titleOf(kind) : label
  const badges = badgesOf(props)
  const content = contentOf(props, shown, technology, badges.length > 0)
  const width = lineWidth(w, content.icon)
  const bold: Measure = (text) => measure(text, content.labelSize, 'bold')
  const plain: Measure = (text) => measure(text, BOX.technologySize, 'normal')
  const lines = wrapText(shown, width, content.labelLines, bold)
  const textHeight = lines.length * content.labelLine + (content.technology ? BOX.technologyLine : 0)
  const x = content.icon ? BOX.inset + BOX.icon + BOX.gap : BOX.inset
  const top = (h - textHeight) / 2
  return (
    <g fontFamily={DefaultFontFamilies.sans}>
      {Array.from({ length: sheetsBehind(replicas) }, (_, i) => sheetsBehind(replicas) - i).map((sheet) => (
        <Edge key={sheet} w={w} h={h} by={sheet * BOX.sheet} colors={colors} failed={false} />
      ))}
      <Edge w={w} h={h} by={0} colors={colors} failed={failed} />
      {content.icon ? (
        <g
          transform={`translate(${BOX.inset} ${(h - BOX.icon) / 2}) scale(${BOX.icon / 24})`}
          fill="none"
          stroke={colors.edge}
          strokeWidth={1.75}
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={iconPath(kind)} />
          {failed ? <path d={CROSS_PATH} stroke={colors.bad} strokeWidth={3} /> : null}
        </g>
      ) : null}
      <g fontSize={content.labelSize} fontWeight="bold" fill={colors.ink}>
        {lines.map((line, i) => (
          // Lines have no identity but their place.
          <text key={i} x={x} y={top + (i + 0.5) * content.labelLine + BASELINE * content.labelSize}>
            {line}
          </text>
        ))}
      </g>
      {content.technology ? (
        <text
          x={x}
          y={top + lines.length * content.labelLine + BOX.technologyLine / 2 + BASELINE * BOX.technologySize}
          fontSize={BOX.technologySize}
          fill={colors.ink}
          fillOpacity={0.7}
        >
          {cutText(technology, width, plain)}
        </text>
      ) : null}
      <Badges badges={badges} right={w - BOX.badgeInset} colors={colors} />
    </g>
  )
}

interface EdgeProps {
  readonly w: number
  readonly h: number
  /** How far it stands out to the upper right. */
  readonly by: number
  readonly colors: ComponentColors
  readonly failed: boolean
}

function Edge({ w, h, by, colors, failed }: EdgeProps) {
  const inset = BOX.border / 2
  return (
    <rect
      x={by + inset}
      y={inset - by}
      width={w - BOX.border}
      height={h - BOX.border}
      rx={BOX.radius - inset}
      fill={colors.fill}
      stroke={failed ? colors.bad : colors.edge}
      strokeWidth={failed ? BOX.border + 0.5 : BOX.border}
      strokeDasharray={failed ? '7 5' : undefined}
    />
  )
}

interface BadgesProps {
  readonly badges: readonly Badge[]
  readonly right: number
  readonly colors: ComponentColors
}

function Badges({ badges, right, colors }: BadgesProps) {
  const widths = badges.map(badgeWidth)
  return badges.map((badge, i) => {
    const after = widths.slice(i).reduce((sum, width) => sum + width + BOX.badgeGap, -BOX.badgeGap)
    const width = badgeWidth(badge)
    const bad = badge.of === 'failed'
    return (
      <g key={badge.of} transform={`translate(${right - after} ${-BOX.badgeHeight / 2})`}>
        <rect
          x={0.75}
          y={0.75}
          width={width - 1.5}
          height={BOX.badgeHeight - 1.5}
          rx={BOX.badgeHeight / 2 - 0.75}
          fill={bad ? colors.bad : colors.fill}
          stroke={bad ? colors.bad : colors.edge}
          strokeWidth={1.5}
        />
        <text
          x={width / 2}
          y={BOX.badgeHeight / 2 + BASELINE * BOX.badgeSize}
          textAnchor="middle"
          fontSize={BOX.badgeSize}
          fontWeight="bold"
          fill={bad ? colors.onBad : colors.ink}
        >
          {badge.text}
        </text>
      </g>
    )
  })
}
