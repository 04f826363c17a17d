import { isRateText } from './rate-text.ts'

/** The two things a connector's label says. Either may be empty. */
export interface ConnectorLabel {
  /** A protocol or a call: "gRPC", "POST /send". */
  readonly what: string
  /** How much of it: "2k/s". */
  readonly rate: string
}

const BETWEEN = ' · '
/** A label read back; what does not end in a rate is all `what`. */
export function parseConnectorLabel(text: string): ConnectorLabel {
  const trimmed = text.trim()
  if (isRateText(trimmed)) return { what: '', rate: trimmed }
  const cut = trimmed.lastIndexOf(BETWEEN.trim())
  const rate = cut < 0 ? '' : trimmed.slice(cut + 1).trim()
  return cut >= 0 && isRateText(rate)
    ? { what: trimmed.slice(0, cut).trim(), rate }
    : { what: trimmed, rate: '' }
}

export function connectorLabelText({ what, rate }: ConnectorLabel): string {
  return [what.trim(), rate.trim()].filter((part) => part !== '').join(BETWEEN)
}

/** Whether a rate is one that `parseConnectorLabel` finds again. */
export function isRate(text: string): boolean {
  return text.trim() === '' || isRateText(text)
}
