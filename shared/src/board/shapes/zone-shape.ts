import {
  DefaultColorStyle,
  type RecordProps,
  type TLBaseShape,
  type TLDefaultColorStyle,
} from '@tldraw/tlschema'
import { lineOf, sideValidator, slugValidator } from './shape-texts.ts'
import { MAX_LABEL_LENGTH } from './component-shape.ts'

export const ZONE = 'zone'

export const ZONE_KINDS = ['region', 'availability-zone', 'network', 'trust-boundary'] as const

export type ZoneKind = (typeof ZONE_KINDS)[number]

/** A border around what stands together: a region, a network. It carries what stands in it, as a frame does. */
export interface ZoneProps {
  /** Page px. */
  readonly w: number
  readonly h: number
  /** One of `ZONE_KINDS`, or a newer version's. */
  readonly kind: string
  /** Such as "eu-central-1". Empty: it is called after its kind. */
  readonly label: string
  readonly color: TLDefaultColorStyle
}

export type ZoneShape = TLBaseShape<typeof ZONE, ZoneProps>

export const zoneProps: RecordProps<ZoneShape> = {
  w: sideValidator,
  h: sideValidator,
  kind: slugValidator,
  label: lineOf(MAX_LABEL_LENGTH),
  color: DefaultColorStyle,
}

export const zoneDefaults = { label: '', color: 'black' } as const satisfies Partial<ZoneProps>

export const ZONE_SIZE = { w: 560, h: 400 } as const
