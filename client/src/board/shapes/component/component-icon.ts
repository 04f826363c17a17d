import { kindOf, UNKNOWN_ICON } from '@drawbar/shared/components/component-kinds.ts'

/** A kind's icon as the data of one path in a square of 24 by 24. */
export function iconPath(kind: string): string {
  return (kindOf(kind)?.icon ?? UNKNOWN_ICON).join(' ')
}

/** The stroke through a failed component's icon. */
export const CROSS_PATH = 'M3 21 21 3'
