import { z } from 'zod'

/** JSON text, parsed. The parser's own message is left out: it quotes the text. */
export const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
