/** What the server says when it is up: where to go, what to do there, where things lie, how to stop. */
export function banner(facts: {
  readonly port: number
  readonly host: string | undefined
  readonly publicUrl: string | undefined
  /** IPv4 addresses of this machine in its networks. */
  readonly addresses: readonly string[]
  /** Where the data lies, in words. */
  readonly place: string
  readonly questions: number
}): string {
  const { port, host, publicUrl, addresses, place, questions } = facts
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::'
  const own = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const near = everywhere && publicUrl === undefined ? addresses : []
  return [
    '',
    `  Drawbar is ready: ${publicUrl ?? `http://${own}:${port}`}`,
    ...(publicUrl === undefined ? [] : [`  It listens on http://${own}:${port}`]),
    ...near.map((address) => `  From other machines: http://${address}:${port}`),
    '',
    `  Open it, pick one of ${questions} questions, and share the candidate's link.`,
    ...(near.length === 0
      ? []
      : ['  Links carry the address you opened: take the second one to invite someone else.']),
    `  Data: ${place}`,
    '  Stop: Ctrl+C. What was saved stays.',
    '',
    '',
  ].join('\n')
}
