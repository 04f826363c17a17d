import type { ComponentProps, ComponentShape } from '@drawbar/shared/board/shapes/component-shape.ts'

/** Several components do not agree. */
export const MIXED = Symbol('mixed')

/** What a prop is on all of the components, or `MIXED`; undefined without any. */
export function sharedValue<Name extends keyof ComponentProps>(
  shapes: readonly Pick<ComponentShape, 'props'>[],
  name: Name,
): ComponentProps[Name] | typeof MIXED | undefined {
  const first = shapes[0]?.props[name]
  return shapes.every(({ props }) => props[name] === first) ? first : MIXED
}

/** A typed count within its bounds; null where the text is none. */
export function countFrom(text: string, least: number, most: number): number | null {
  if (!/^\s*\d{1,9}\s*$/.test(text)) return null
  const count = Number(text)
  return count < least || count > most ? null : count
}
