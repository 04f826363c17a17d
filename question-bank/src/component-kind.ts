/** What a box of a reference design stands for, written in Mermaid as `id["Label"]:::kind`. */
const COMPONENT_KINDS: ReadonlySet<string> = new Set([
  'client',
  'mobile',
  'dns',
  'cdn',
  'waf',
  'load-balancer',
  'gateway',
  'service',
  'function',
  'worker',
  'cache',
  'sql',
  'document',
  'wide-column',
  'graph',
  'time-series',
  'search',
  'object-store',
  'queue',
  'stream',
  'scheduler',
  'lock',
  'id-generator',
  'rate-limiter',
  'notification',
  'websocket-hub',
  'ml-model',
  'analytics',
  'monitoring',
  'third-party',
])

export function isComponentKind(text: string): boolean {
  return COMPONENT_KINDS.has(text)
}
