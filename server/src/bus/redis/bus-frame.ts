import { z } from 'zod'
import type { BusMessage } from '../bus.ts'

const from = z.string()

/** A message as it travels: JSON, with its sender, and bytes in base64. */
const frameSchema = z.discriminatedUnion('kind', [
  z.object({ from, kind: z.literal('grown'), seq: z.int().nonnegative() }),
  z.object({ from, kind: z.literal('presence'), update: z.base64() }),
  z.object({ from, kind: z.literal('control'), json: z.string() }),
  z.object({ from, kind: z.literal('access-changed') }),
])
type Frame = z.infer<typeof frameSchema>

export interface Received {
  /** The node that published it. */
  readonly from: string
  readonly message: BusMessage
}

export function encodeFrame(sender: string, message: BusMessage): string {
  const frame: Frame =
    message.kind === 'presence'
      ? { from: sender, kind: 'presence', update: Buffer.from(message.update).toString('base64') }
      : { from: sender, ...message }
  return JSON.stringify(frame)
}

/** Undefined for what is not a frame of ours: anyone who reaches the Redis can publish. */
export function decodeFrame(text: string): Received | undefined {
  const parsed = frameSchema.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { from: sender, ...message } = parsed.data
  if (message.kind !== 'presence') return { from: sender, message }
  return {
    from: sender,
    message: { kind: 'presence', update: new Uint8Array(Buffer.from(message.update, 'base64')) },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
