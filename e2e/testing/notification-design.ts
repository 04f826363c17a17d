/** One line typed into the picker. */
interface Step {
  readonly line: string
  /** Where to go first; left out: on from where the last step ended. */
  readonly from?: string
  /** Whether the source stays selected. */
  readonly stay?: boolean
}

interface Connection {
  readonly from: string
  readonly to: string
  readonly label: string
}

/**
 * The first reference design of the question `notification-scale-out`, as somebody types it who knows the picker, with
 * a label on every connection.
 */
export const NOTIFICATION_DESIGN: {
  readonly steps: readonly Step[]
  readonly components: readonly string[]
  readonly connections: readonly Connection[]
} = {
  steps: [
    { line: 'client: Feeds' },
    { line: 'gateway: Intake | submit' },
    { line: 'document: Broadcasts | audience messages', stay: true },
    { line: 'kafka: Accepted log | durable, then confirm' },
    { line: 'wide: Inbox | personal entries', stay: true },
    { line: 'worker: Planner | read' },
    { line: 'search: Audience index | who', stay: true },
    { line: 'queue: Lanes | chunks' },
    { line: 'worker: Senders | take' },
    { line: 'sql: Devices | tokens, quiet hours', stay: true },
    { line: 'limiter: Pace | may I?', stay: true },
    { line: 'monitor: Watch | lag', stay: true },
    { line: 'ws: Live | app open', stay: true },
    { line: 'third: Push gateways | app closed' },
    { line: 'mobile: Phones | best effort' },
    { line: 'service: List service | cursor' },
    { line: '>inbox | merge', stay: true },
    { line: '>broad | merge' },
    { from: 'live', line: '>phones | deliver' },
  ],
  components: [
    'Feeds',
    'Intake',
    'Broadcasts',
    'Accepted log',
    'Inbox',
    'Planner',
    'Audience index',
    'Lanes',
    'Senders',
    'Devices',
    'Pace',
    'Watch',
    'Live',
    'Push gateways',
    'Phones',
    'List service',
  ],
  connections: [
    { from: 'Feeds', to: 'Intake', label: 'submit' },
    { from: 'Intake', to: 'Broadcasts', label: 'audience messages' },
    { from: 'Intake', to: 'Accepted log', label: 'durable, then confirm' },
    { from: 'Accepted log', to: 'Inbox', label: 'personal entries' },
    { from: 'Accepted log', to: 'Planner', label: 'read' },
    { from: 'Planner', to: 'Audience index', label: 'who' },
    { from: 'Planner', to: 'Lanes', label: 'chunks' },
    { from: 'Lanes', to: 'Senders', label: 'take' },
    { from: 'Senders', to: 'Devices', label: 'tokens, quiet hours' },
    { from: 'Senders', to: 'Pace', label: 'may I?' },
    { from: 'Senders', to: 'Watch', label: 'lag' },
    { from: 'Senders', to: 'Live', label: 'app open' },
    { from: 'Senders', to: 'Push gateways', label: 'app closed' },
    { from: 'Push gateways', to: 'Phones', label: 'best effort' },
    { from: 'Phones', to: 'List service', label: 'cursor' },
    { from: 'List service', to: 'Inbox', label: 'merge' },
    { from: 'List service', to: 'Broadcasts', label: 'merge' },
    { from: 'Live', to: 'Phones', label: 'deliver' },
  ],
}
