interface Point {
  readonly x: number
  readonly y: number
}

interface Rect extends Point {
  readonly w: number
  readonly h: number
}

/** The parts of a line that lie outside a box, in the line's order. Parts that only touch it are left out. */
export function outside(line: readonly Point[], box: Rect): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  const finish = () => {
    if (part.length > 1) parts.push(part)
    part = []
  }
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from) continue
    const inside = insideOf(from, to, box)
    if (!inside) {
      if (part.length === 0) part.push(from)
      part.push(to)
      continue
    }
    if (inside.enter > 0) {
      if (part.length === 0) part.push(from)
      part.push(between(from, to, inside.enter))
    }
    finish()
    if (inside.leave < 1) part = [between(from, to, inside.leave), to]
  }
  finish()
  return parts
}

/** Where a stretch enters and leaves a box, as shares of its length; null where it stays outside. */
function insideOf(from: Point, to: Point, { x, y, w, h }: Rect): { enter: number; leave: number } | null {
  let enter = 0
  let leave = 1
  for (const [start, end, low, high] of [
    [from.x, to.x, x, x + w],
    [from.y, to.y, y, y + h],
  ] as const) {
    const way = end - start
    if (way === 0) {
      if (start <= low || start >= high) return null
      continue
    }
    const [near, far] = way > 0 ? [low, high] : [high, low]
    enter = Math.max(enter, (near - start) / way)
    leave = Math.min(leave, (far - start) / way)
  }
  return enter < leave ? { enter, leave } : null
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
