import { checkRecord } from '@drawbar/shared/board/check-record.ts'
import { createShapeId } from 'tldraw'
import { IMPORT_PAGE, type ImportedImage } from '../../imported-drawing.ts'

/** What an element becomes, before it has a place on a board. */
export interface Parts {
  /** tldraw's type of shape. */
  readonly type: string
  readonly props: Readonly<Record<string, unknown>>
  readonly meta?: Readonly<Record<string, string>>
  /** What the shape shows. */
  readonly image?: ImportedImage
}

/** Whether a shape of these parts may stand on a board, wherever it stands. */
export function isSound({ type, props, meta = {} }: Parts): boolean {
  return checkRecord({
    id: createShapeId('trial'),
    typeName: 'shape',
    type,
    parentId: IMPORT_PAGE,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta,
    props,
  }).ok
}
