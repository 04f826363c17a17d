/** What is wrong with a value that should be plain JSON with moderate numbers. */
export type JsonFault = 'not-json' | 'number'

/**
 * Walks a value and finds what JSON cannot carry (shared types, bytes, bigints, functions, objects with a foreign
 * prototype, NaN) and numbers beyond a bound. `undefined` as an object's value is allowed: tldraw's optional props.
 */
export function findJsonFault(value: unknown, maxNumber: number): JsonFault | undefined {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (next === null || next === undefined) continue
    if (typeof next === 'string' || typeof next === 'boolean') continue
    if (typeof next === 'number') {
      if (!Number.isFinite(next)) return 'not-json'
      if (Math.abs(next) > maxNumber) return 'number'
    } else if (Array.isArray(next)) {
      for (const item of next) open.push(item)
    } else if (typeof next === 'object') {
      const prototype: unknown = Object.getPrototypeOf(next)
      if (prototype !== Object.prototype && prototype !== null) return 'not-json'
      for (const item of Object.values(next)) open.push(item)
    } else {
      return 'not-json'
    }
  }
  return undefined
}

/** Whether a value's JSON has at most `max` bytes in UTF-8. */
export function jsonFits(value: unknown, max: number): boolean {
  const json = JSON.stringify(value) ?? ''
  // One UTF-16 unit is at most three bytes, so most records are decided without counting.
  if (json.length * 3 <= max) return true
  if (json.length > max) return false
  return utf8Length(json) <= max
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
