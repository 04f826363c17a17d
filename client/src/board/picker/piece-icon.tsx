import { kindOf, UNKNOWN_ICON } from '@drawbar/shared/components/component-kinds.ts'
import { Calculator, SquareDashed, TableProperties } from 'lucide-react'
import type { Piece } from './picker-items.ts'

/** A small picture of what a piece is. */
export function PieceIcon({ piece, size = 18 }: { readonly piece: Piece; readonly size?: number }) {
  switch (piece.type) {
    case 'component':
      return <KindIcon kind={piece.kind} size={size} />
    case 'zone':
      return <SquareDashed size={size} aria-hidden />
    case 'card':
      return <TableProperties size={size} aria-hidden />
    case 'worksheet':
      return <Calculator size={size} aria-hidden />
  }
}

export function KindIcon({ kind, size }: { readonly kind: string; readonly size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      {(kindOf(kind)?.icon ?? UNKNOWN_ICON).map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}
