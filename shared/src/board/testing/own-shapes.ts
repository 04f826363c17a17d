import type { TLShape } from '@tldraw/tlschema'
import { getIndices } from '@tldraw/utils'
import { CARD, type CardProps, type CardShape } from '../shapes/card-shape.ts'
import {
  COMPONENT,
  COMPONENT_SIZE,
  componentDefaults,
  type ComponentProps,
  type ComponentShape,
} from '../shapes/component-shape.ts'
import type { Rows } from '../shapes/rows.ts'
import { ZONE, ZONE_SIZE, type ZoneProps, type ZoneShape } from '../shapes/zone-shape.ts'
import { box } from './boards.ts'

/** Shapes of ours for tests, as `boards.ts` has tldraw's. */

type Common = Partial<Pick<TLShape, 'x' | 'y' | 'rotation' | 'parentId' | 'index' | 'meta'>>

function base(name: string, common: Common) {
  const { type: _type, props: _props, ...shape } = box(name)
  return { ...shape, ...common }
}

export function component(
  name: string,
  props: Partial<ComponentProps> = {},
  common: Common = {},
): ComponentShape {
  return {
    ...base(name, common),
    type: COMPONENT,
    props: { ...COMPONENT_SIZE, ...componentDefaults, kind: 'service', ...props },
  }
}

export function zone(name: string, props: Partial<ZoneProps> = {}, common: Common = {}): ZoneShape {
  return {
    ...base(name, common),
    type: ZONE,
    props: { ...ZONE_SIZE, kind: 'region', label: '', color: 'black', ...props },
  }
}

export function card(name: string, props: Partial<CardProps> = {}, common: Common = {}): CardShape {
  return {
    ...base(name, common),
    type: CARD,
    props: { w: 320, h: 200, kind: 'api', title: '', rows: {}, color: 'black', ...props },
  }
}

/** Rows in this order, by id. */
export function rowsOf(cells: Readonly<Record<string, Readonly<Record<string, string>>>>): Rows {
  const ids = Object.keys(cells)
  const indices = getIndices(ids.length)
  return Object.fromEntries(
    ids.flatMap((id, i) => {
      const index = indices[i]
      return index === undefined ? [] : [[id, { id, index, cells: cells[id] ?? {} }] as const]
    }),
  )
}
