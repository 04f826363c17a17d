import type { z } from 'zod'

/** A schema issue as a writer of content would say it. */
export function schemaReason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? `is missing (expected ${issue.expected})`
        : `expected ${issue.expected}, found ${describe(issue.input)}`
    case 'invalid_value':
      return `expected ${list(issue.values.map(String))}, found ${describe(issue.input)}`
    case 'invalid_union':
      return `found ${describe(issue.input)}, which is none of the allowed values`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'is empty'
        : `is too ${size(issue.origin, 'little')}: at least ${issue.minimum}${unit(issue.origin)}`
    case 'too_big':
      return `is too ${size(issue.origin, 'much')}: at most ${issue.maximum}${unit(issue.origin)}`
    case 'unrecognized_keys':
      return `has a field nobody knows: ${list(issue.keys)}`
    default:
      return issue.message
  }
}

function size(origin: string, way: 'little' | 'much'): string {
  if (origin === 'string') return way === 'little' ? 'short' : 'long'
  if (origin === 'array') return way === 'little' ? 'few' : 'many'
  return way === 'little' ? 'small' : 'large'
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters'
  if (origin === 'array') return ' entries'
  return ''
}

function list(values: readonly string[]): string {
  return values.length === 1 ? `'${values[0]}'` : `one of ${values.map((value) => `'${value}'`).join(', ')}`
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a mapping'
  return typeof value === 'string' ? `'${value}'` : String(value)
}
