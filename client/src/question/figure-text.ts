const UNITS = [
  { from: 1e15, name: 'quadrillion' },
  { from: 1e12, name: 'trillion' },
  { from: 1e9, name: 'billion' },
  { from: 1e6, name: 'million' },
] as const

/**
 * An estimate as one says it: two significant digits are all it is good for, unless it is known better. `23 000`,
 * `1.2 million`, `0.042`.
 */
export function figureText(value: number, digits = 2): string {
  const rounded = Number(value.toPrecision(digits))
  const unit = UNITS.find(({ from }) => rounded >= from)
  if (unit) return `${trimmed(rounded / unit.from)} ${unit.name}`
  return rounded >= 1000 ? grouped(rounded) : trimmed(rounded)
}

/** A band of estimates; one figure where both ends read the same. */
export function bandText(low: number, high: number): string {
  const [from, to] = [figureText(low), figureText(high)]
  return from === to ? from : `${from} to ${to}`
}

function trimmed(value: number): string {
  return `${Number(value.toPrecision(3))}`
}

function grouped(value: number): string {
  return `${value}`.replace(/\B(?=(\d{3})+$)/g, '\u202f')
}
