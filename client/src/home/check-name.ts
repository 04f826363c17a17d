import { participantNameSchema } from '@drawbar/shared/people/participant.ts'

/** A typed name as it will be shown, or what is wrong with it. */
export function checkName(
  typed: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string } {
  const parsed = participantNameSchema.safeParse(typed)
  if (parsed.success) return { ok: true, name: parsed.data }
  return { ok: false, reason: parsed.error.issues[0]?.message ?? 'Type a name.' }
}
