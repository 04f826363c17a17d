import { z } from 'zod'
import type { FieldPath } from './finding.ts'

/** The part of JSON Schema that says which fields exist. */
const fieldsSchema = z.object({
  get properties() {
    return z.record(z.string(), fieldsSchema).optional()
  },
  get items() {
    return fieldsSchema.optional()
  },
})
type Fields = z.infer<typeof fieldsSchema>

/**
 * Paths in `value` that `schema` does not know. Zod drops such fields silently, which would hide every misspelt
 * optional field, and reports them only once nothing else is wrong when told to be strict.
 */
export function unknownFields(schema: z.ZodType, value: unknown): FieldPath[] {
  let fields = fieldsOf.get(schema)
  if (!fields) {
    fields = fieldsSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    fieldsOf.set(schema, fields)
  }
  return walk(fields, value, [])
}

/** Asking a schema for its fields costs as much as reading a question, and a bank has thousands of them. */
const fieldsOf = new WeakMap<z.ZodType, Fields>()

function walk(fields: Fields, value: unknown, path: FieldPath): FieldPath[] {
  if (Array.isArray(value)) {
    const items = fields.items
    return items ? value.flatMap((item, at) => walk(items, item, [...path, at])) : []
  }
  const properties = fields.properties
  if (typeof value !== 'object' || value === null || !properties) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const known = properties[key]
    return known ? walk(known, part, [...path, key]) : [[...path, key]]
  })
}
