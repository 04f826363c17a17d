import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** One entry of an awareness update: who, which version, and the state as JSON (`null` for someone who left). */
export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  readonly json: string
}

/**
 * Reads a y-protocols awareness update, `varUint n | n × (varUint client, varUint clock, varString JSON)`. Undefined
 * for bytes that are none. The JSON is not parsed.
 */
export function decodeAwareness(update: Uint8Array): AwarenessEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    // An entry takes three bytes at least, so a count the bytes cannot hold allocates nothing.
    if (count > update.byteLength) return undefined
    const entries: AwarenessEntry[] = []
    for (let i = 0; i < count; i += 1) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      entries.push({ clientId, clock, json: decoding.readVarString(decoder) })
    }
    return entries
  } catch {
    return undefined
  }
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { clientId, clock, json } of entries) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  }
  return encoding.toUint8Array(encoder)
}
