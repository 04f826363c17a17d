import { isRowId } from './rows.ts'

/**
 * What an arrow says besides its looks. Connectors are tldraw's own arrows, so that everything hands know about
 * arrows stays true; what kind of traffic one stands for is in its `meta`.
 */
export const CONNECTOR_KINDS = ['request', 'async', 'stream', 'replication', 'batch'] as const

export type ConnectorKind = (typeof CONNECTOR_KINDS)[number]

/** A result of a worksheet that is shown on a component or an arrow: `meta.pin`, "<worksheet shape id>/<row id>". */
export interface Pin {
  readonly worksheetId: string
  readonly rowId: string
}

/** The kind of connector an arrow's meta names; undefined for a plain arrow or a newer version's kind. */
export function connectorOf(meta: Readonly<Record<string, unknown>>): ConnectorKind | undefined {
  return CONNECTOR_KINDS.find((kind) => kind === meta.connector)
}

/** The pin in a shape's meta, when there is one that can be read. */
export function pinOf(meta: Readonly<Record<string, unknown>>): Pin | undefined {
  if (typeof meta.pin !== 'string') return undefined
  const slash = meta.pin.lastIndexOf('/')
  const rowId = meta.pin.slice(slash + 1)
  return slash > 0 && isRowId(rowId) ? { worksheetId: meta.pin.slice(0, slash), rowId } : undefined
}

export function pinText({ worksheetId, rowId }: Pin): string {
  return `${worksheetId}/${rowId}`
}
