import { pinOf, pinText } from '@drawbar/shared/board/shapes/connector-meta.ts'
import { createBindingId, createShapeId, type TLBinding, type TLShape, type TLShapeId } from 'tldraw'

interface Drawn {
  readonly shapes: readonly TLShape[]
  readonly bindings: readonly TLBinding[]
}

/**
 * Copies of shapes and bindings with new ids. What names another one of them, on whatever page, names its copy: parents,
 * bindings and pins. tldraw would do the same page by page, and does not know pins.
 */
export function withNewIds<Page extends Drawn>(pages: readonly Page[]): readonly Page[] {
  const ids = new Map<string, TLShapeId>(
    pages.flatMap(({ shapes }) => shapes.map(({ id }) => [id, createShapeId()] as const)),
  )
  const renamed = <Id extends string>(id: Id) => (ids.get(id) ?? id) as Id
  return pages.map((page) => ({
    ...page,
    shapes: page.shapes.map((shape) => ({
      ...shape,
      id: renamed(shape.id),
      parentId: renamed(shape.parentId),
      meta: withPin(shape.meta, renamed),
    })),
    bindings: page.bindings.map((binding) => ({
      ...binding,
      id: createBindingId(),
      fromId: renamed(binding.fromId),
      toId: renamed(binding.toId),
    })),
  }))
}

function withPin(meta: TLShape['meta'], renamed: (id: string) => string): TLShape['meta'] {
  const pin = pinOf(meta)
  return pin ? { ...meta, pin: pinText({ ...pin, worksheetId: renamed(pin.worksheetId) }) } : meta
}
