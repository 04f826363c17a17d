/** What a gate of our own found, and whether it may pass. The last line says what was looked at. */
export interface Verdict {
  ok: boolean
  lines: string[]
}

/** Ends the process of a gate with its verdict. */
export function announce({ ok, lines }: Verdict): void {
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}
