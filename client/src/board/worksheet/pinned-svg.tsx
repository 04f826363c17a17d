import { Pin, TriangleAlert } from 'lucide-react'
import {
  DefaultFontFaces,
  DefaultFontFamilies,
  toDomPrecision,
  type Editor,
  type TLFontFace,
  type TLShape,
} from 'tldraw'
import { useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { canvasTextWidth } from '../shapes/component/canvas-text-width.ts'
import { cutText } from '../shapes/component/wrap-text.ts'
import { BADGE_COLORS } from './badge-colors.ts'
import { loadMath, mathState } from './load-math.ts'
import type { PinnedText } from './pinned-text.ts'
import { badgePlace, pinnedTextOf, type BadgePlace } from './pinned-shape.ts'

/** As `pinned-badges.module.css` has it. */
const BADGE = { height: 20, side: 7, gap: 5, icon: 12, size: 12, longestName: 160 } as const

/** The fonts of a badge. */
export const BADGE_FONTS: readonly TLFontFace[] = [
  DefaultFontFaces.tldraw_sans.normal.normal,
  DefaultFontFaces.tldraw_sans.normal.bold,
]

/**
 * The badge of a pinned result in a picture of the board, for the shape's own `toSvg`: in the same place as on screen, and
 * over all shapes as there. Null for a shape without a pin. Fetches the calculator first.
 */
export async function pinnedSvg(editor: Editor, shape: TLShape, isDarkMode: boolean) {
  if (shape.meta.pin === undefined) return null
  await loadMath()
  const text = pinnedTextOf(editor, shape, mathState.get())
  const place = badgePlace(editor, shape)
  if (!text || !place) return null
  return (
    <OnTop>
      <PinnedSvg text={text} place={place} isDarkMode={isDarkMode} />
    </OnTop>
  )
}

/**
 * Draws at the end of the whole picture, in page px. What a shape draws lies among the shapes, and turns, fades and is cut
 * off with it.
 */
function OnTop({ children }: { readonly children: ReactNode }) {
  const [picture, setPicture] = useState<SVGSVGElement | null>(null)
  return (
    <>
      <g ref={(place) => setPicture((known) => known ?? place?.ownerSVGElement ?? null)} />
      {picture && createPortal(children, picture)}
    </>
  )
}

interface PinnedSvgProps {
  readonly text: PinnedText
  readonly place: BadgePlace
  readonly isDarkMode: boolean
}

function PinnedSvg({ text: { name, value, isBroken }, place, isDarkMode }: PinnedSvgProps) {
  const colors = BADGE_COLORS[isDarkMode ? 'dark' : 'light']
  const ink = isBroken ? colors.badInk : colors.ink
  const plain = (text: string) => canvasTextWidth(text, BADGE.size, 'normal')
  const shown = cutText(name, BADGE.longestName, plain)
  const nameX = BADGE.side + BADGE.icon + BADGE.gap
  const valueX = nameX + plain(shown) + BADGE.gap
  const width = valueX + canvasTextWidth(value, BADGE.size, 'bold') + BADGE.side
  const Icon = isBroken ? TriangleAlert : Pin
  const x = place.x - (place.from === 'end' ? width : width / 2)
  const baseline = BADGE.height / 2 + 0.35 * BADGE.size
  return (
    <g
      transform={`translate(${toDomPrecision(x)} ${toDomPrecision(place.y)})`}
      fontFamily={DefaultFontFamilies.sans}
      fontSize={BADGE.size}
      fill={ink}
    >
      <rect
        width={width}
        height={BADGE.height}
        rx={BADGE.height / 2}
        fill={isBroken ? colors.badGround : colors.ground}
      />
      <Icon x={BADGE.side} y={(BADGE.height - BADGE.icon) / 2} size={BADGE.icon} color={ink} aria-hidden />
      <text x={nameX} y={baseline}>
        {shown}
      </text>
      <text x={valueX} y={baseline} fontWeight="bold">
        {value}
      </text>
    </g>
  )
}
