export interface PathBounds {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

interface Point {
  readonly x: number
  readonly y: number
}

/** How many numbers each command takes. */
const ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['m', 2],
  ['l', 2],
  ['h', 1],
  ['v', 1],
  ['c', 6],
  ['s', 4],
  ['q', 4],
  ['t', 2],
  ['a', 7],
  ['z', 0],
])

/**
 * The box around SVG path data. Of a curve its Bézier points count, so the box may be a little too large; arcs are taken
 * as parts of circles.
 *
 * @throws Error where the text is no path data
 */
export function boundsOfPath(data: string): PathBounds {
  const tokens = tokensOf(data)
  if (tokens[0]?.toLowerCase() !== 'm') throw new Error(`'${data}' does not begin with a move`)
  const xs: number[] = []
  const ys: number[] = []
  let at = { x: 0, y: 0 }
  let start = at
  let command = ''
  let next = 0
  const visit = (x: number, y: number) => {
    xs.push(x)
    ys.push(y)
  }
  while (next < tokens.length) {
    const token = tokens[next] ?? ''
    if (/[a-z]/i.test(token)) {
      command = token
      next++
    } else if (command.toLowerCase() === 'z') throw new Error(`a number after a close in '${data}'`)
    const kind = command.toLowerCase()
    const count = ARGUMENTS.get(kind)
    if (count === undefined) throw new Error(`'${command}' is no command`)
    const numbers = tokens.slice(next, next + count).map(Number)
    if (numbers.length < count || numbers.some(Number.isNaN)) throw new Error(`too few numbers in '${data}'`)
    next += count
    const from = at
    const origin = command === kind ? at : { x: 0, y: 0 }
    if (kind === 'z') at = start
    else if (kind === 'h') at = { x: origin.x + (numbers[0] ?? 0), y: at.y }
    else if (kind === 'v') at = { x: at.x, y: origin.y + (numbers[0] ?? 0) }
    else {
      const points = kind === 'a' ? numbers.slice(5) : numbers
      for (let i = 0; i + 1 < points.length; i += 2) {
        const point = { x: origin.x + (points[i] ?? 0), y: origin.y + (points[i + 1] ?? 0) }
        visit(point.x, point.y)
        if (i + 2 >= points.length) at = point
      }
      if (kind === 'a') {
        for (const { x, y } of pointsOfArc(from, at, numbers)) visit(x, y)
      }
      if (kind === 'm') {
        start = at
        command = command === 'm' ? 'l' : 'L'
      }
    }
    visit(at.x, at.y)
  }
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

/** Points on the way of an arc, from its radius and its two flags. */
function pointsOfArc(from: Point, to: Point, [given = 0, , , large = 0, sweep = 0]: readonly number[]) {
  const half = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 }
  const chord = Math.hypot(half.x, half.y)
  const radius = Math.max(given, chord)
  const side = large === sweep ? -1 : 1
  const away = chord === 0 ? 0 : (side * Math.sqrt(radius ** 2 - chord ** 2)) / chord
  const centre = { x: from.x + half.x - half.y * away, y: from.y + half.y + half.x * away }
  const first = Math.atan2(from.y - centre.y, from.x - centre.x)
  const last = Math.atan2(to.y - centre.y, to.x - centre.x)
  const turn = 2 * Math.PI
  const span =
    sweep === 1 ? (((last - first) % turn) + turn) % turn : -((((first - last) % turn) + turn) % turn)
  return Array.from({ length: STEPS }, (_, step) => {
    const angle = first + (span * step) / STEPS
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
  })
}

const STEPS = 32

/** Commands and numbers. The flags of an arc must stand apart. */
function tokensOf(data: string): readonly string[] {
  const tokens = data.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? []
  if (data.replaceAll(/[a-z]|-?(?:\d+\.?\d*|\.\d+)|[\s,]/gi, '') !== '')
    throw new Error(`'${data}' is no path data`)
  return tokens
}
