import { ZONE_KINDS, type ZoneKind } from '@drawbar/shared/board/shapes/zone-shape.ts'

export interface ZoneLook {
  readonly title: string
  /** SVG `stroke-dasharray`, in px. Undefined: a solid line. */
  readonly dashes: string | undefined
  readonly lineWidth: number
  /** Other words people type for it, lower case. */
  readonly aliases: readonly string[]
}

/** How each kind of zone is drawn; told apart by line and by word, never by colour alone. */
export const ZONE_LOOKS: { readonly [Kind in ZoneKind]: ZoneLook } = {
  region: {
    title: 'Region',
    dashes: undefined,
    lineWidth: 2,
    aliases: ['zone', 'data center', 'datacenter', 'site'],
  },
  'availability-zone': {
    title: 'Availability zone',
    dashes: '10 6',
    lineWidth: 2,
    aliases: ['az', 'zone', 'rack', 'cell'],
  },
  network: {
    title: 'Network',
    dashes: '2 5',
    lineWidth: 2,
    aliases: ['vpc', 'subnet', 'vlan', 'zone', 'cluster'],
  },
  'trust-boundary': {
    title: 'Trust boundary',
    dashes: '14 5 3 5',
    lineWidth: 3,
    aliases: ['dmz', 'boundary', 'security', 'zone'],
  },
}

/** The look of a kind; one this version does not know looks like a network. */
export function zoneLook(kind: string): ZoneLook {
  const known = ZONE_KINDS.find((name) => name === kind)
  return known === undefined ? ZONE_LOOKS.network : ZONE_LOOKS[known]
}

/** What is written on it: its kind, and its own name if it has one. */
export function zoneHeading(kind: string, label: string): { readonly kind: string; readonly name: string } {
  return { kind: zoneLook(kind).title, name: label.trim() }
}
