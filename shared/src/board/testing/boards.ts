import * as Y from 'yjs'
import { createShapeId } from '@tldraw/tlschema'
import type {
  TLArrowBinding,
  TLBindingId,
  TLDrawShape,
  TLGeoShape,
  TLPage,
  TLParentId,
  TLRecord,
  TLShape,
  TLShapeId,
} from '@tldraw/tlschema'
import { getIndices } from '@tldraw/utils'
import type { IndexKey } from '@tldraw/utils'
import { boardSchemaHash, createBoardSchema } from '../board-schema.ts'
import { seedBoard } from '../layout.ts'
import { writeRecord } from '../write-record.ts'

/** Small boards for tests: records by short names, and documents joined by hand. */

const [, FIRST_INDEX = 'a1' as IndexKey] = getIndices(2)
const TEXT_STYLE = { size: 'm', font: 'draw', labelColor: 'black' } as const
const STYLE = { color: 'black', fill: 'none', dash: 'draw', scale: 1 } as const

type Common = Partial<Pick<TLShape, 'x' | 'y' | 'rotation' | 'parentId' | 'index'>>

export function shapeId(name: string): TLShapeId {
  return createShapeId(name)
}

function base(name: string, common: Common) {
  return {
    id: shapeId(name),
    typeName: 'shape' as const,
    x: 0,
    y: 0,
    rotation: 0,
    index: FIRST_INDEX,
    parentId: 'page:page' as TLParentId,
    isLocked: false,
    opacity: 1,
    meta: {},
    ...common,
  }
}

export function box(name: string, common: Common = {}, label = ''): TLGeoShape {
  return {
    ...base(name, common),
    type: 'geo',
    props: {
      ...STYLE,
      ...TEXT_STYLE,
      geo: 'rectangle',
      w: 200,
      h: 120,
      growY: 0,
      url: '',
      align: 'middle',
      verticalAlign: 'middle',
      richText: withText(label),
    },
  }
}

export function withText(text: string) {
  return {
    type: 'doc',
    content: [text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }],
  }
}

export function frame(name: string, common: Common = {}): TLShape {
  return { ...base(name, common), type: 'frame', props: { w: 500, h: 400, name, color: 'black' } }
}

export function group(name: string, common: Common = {}): TLShape {
  return { ...base(name, common), type: 'group', props: {} }
}

export function arrow(name: string, common: Common = {}): TLShape {
  return {
    ...base(name, common),
    type: 'arrow',
    props: {
      ...STYLE,
      ...TEXT_STYLE,
      kind: 'arc',
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      start: { x: 0, y: 0 },
      end: { x: 100, y: 0 },
      bend: 0,
      text: '',
      labelPosition: 0.5,
      elbowMidPoint: 0.5,
    },
  }
}

/** A pen stroke with this many points, each as a mouse makes them. */
export function stroke(name: string, points: number, common: Common = {}): TLDrawShape {
  return {
    ...base(name, common),
    type: 'draw',
    props: {
      ...STYLE,
      size: 'm',
      isComplete: false,
      isClosed: false,
      isPen: false,
      segments: [
        {
          type: 'free',
          points: Array.from({ length: points }, (_, i) => ({
            x: Math.round(Math.sin(i / 40) * 30_000) / 100,
            y: Math.round(i * 137) / 100,
            z: 0.5,
          })),
        },
      ],
    },
  }
}

export function binding(
  name: string,
  from: string,
  to: string,
  terminal: 'start' | 'end' = 'end',
): TLArrowBinding {
  return {
    id: `binding:${name}` as TLBindingId,
    typeName: 'binding',
    type: 'arrow',
    fromId: shapeId(from),
    toId: shapeId(to),
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    meta: {},
  }
}

export function page(name: string, index: string): TLPage {
  return createBoardSchema().types.page.create({
    id: `page:${name}` as TLPage['id'],
    name,
    index: index as IndexKey,
  }) as TLPage
}

/** A seeded board that holds these records. */
export function boardOf(...records: TLRecord[]): Y.Doc {
  const doc = new Y.Doc()
  seedBoard(doc, { schemaHash: boardSchemaHash(), epoch: 1 })
  putAll(doc, ...records)
  return doc
}

/** Writes records whether or not they are there. */
export function putAll(doc: Y.Doc, ...records: TLRecord[]): void {
  for (const record of records) writeRecord(doc, undefined, record)
}

/** A second document with the same content. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Gives each document what the others have. */
export function sync(...docs: Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
    }
  }
}

/** What each update of a document weighs while `act` runs, in bytes. */
export function bytesWritten(doc: Y.Doc, act: () => void): number {
  let bytes = 0
  const count = (update: Uint8Array) => {
    bytes += update.byteLength
  }
  doc.on('update', count)
  act()
  doc.off('update', count)
  return bytes
}
