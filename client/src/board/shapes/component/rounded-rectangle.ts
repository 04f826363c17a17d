import { Polygon2d, Vec } from 'tldraw'

/** Points on each corner's arc: enough for an arrow's tip to end on the line that is drawn. */
const STEPS = 3

/** A filled rectangle with round corners from (0, 0), page px. */
export function roundedRectangle(w: number, h: number, radius: number): Polygon2d {
  const r = Math.min(radius, w / 2, h / 2)
  const centres = [
    [w - r, r, -Math.PI / 2],
    [w - r, h - r, 0],
    [r, h - r, Math.PI / 2],
    [r, r, Math.PI],
  ] as const
  const points = centres.flatMap(([x, y, from]) =>
    Array.from({ length: STEPS + 1 }, (_, i) => {
      const angle = from + ((Math.PI / 2) * i) / STEPS
      return new Vec(x + r * Math.cos(angle), y + r * Math.sin(angle))
    }),
  )
  return new Polygon2d({ points, isFilled: true })
}
