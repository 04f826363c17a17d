import type { ConnectorKind } from '@drawbar/shared/board/shapes/connector-meta.ts'
import type { TLArrowShapeProps } from 'tldraw'

export interface ConnectorLook {
  readonly title: string
  /** When to use it, in half a line. */
  readonly use: string
  /** What a label may say first, most common one first. */
  readonly protocols: readonly string[]
  readonly arrow: Pick<TLArrowShapeProps, 'dash' | 'arrowheadStart' | 'arrowheadEnd'>
}

/** How the kinds of traffic are drawn: told apart by line and arrowhead, so that a print in black shows them too. */
export const CONNECTOR_LOOKS: { readonly [Kind in ConnectorKind]: ConnectorLook } = {
  request: {
    title: 'Request',
    use: 'one side asks and waits for the answer',
    protocols: ['HTTP', 'gRPC', 'GraphQL', 'SQL', 'TCP'],
    arrow: { dash: 'solid', arrowheadStart: 'none', arrowheadEnd: 'arrow' },
  },
  async: {
    title: 'Async message',
    use: 'handed over and not waited for',
    protocols: ['AMQP', 'Kafka', 'SQS', 'MQTT', 'Webhook'],
    arrow: { dash: 'dashed', arrowheadStart: 'none', arrowheadEnd: 'triangle' },
  },
  stream: {
    title: 'Stream',
    use: 'flows without an end',
    protocols: ['WebSocket', 'Server-sent events', 'Kafka', 'CDC', 'gRPC stream'],
    arrow: { dash: 'solid', arrowheadStart: 'none', arrowheadEnd: 'triangle' },
  },
  replication: {
    title: 'Replication',
    use: 'copies keep up with their source',
    protocols: ['async', 'sync', 'semi-sync', 'WAL', 'quorum'],
    arrow: { dash: 'dotted', arrowheadStart: 'none', arrowheadEnd: 'diamond' },
  },
  batch: {
    title: 'Batch',
    use: 'much at once, now and then',
    protocols: ['ETL', 'nightly', 'hourly', 'export', 'bulk load'],
    arrow: { dash: 'dashed', arrowheadStart: 'none', arrowheadEnd: 'square' },
  },
}
