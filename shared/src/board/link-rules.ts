const LINK_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])
const WEB_PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:'])
const ASSET_SRC = /^asset:[0-9a-f]{64}\.(?:png|jpg|webp|gif)$/

/** What a link in a text or on a shape may lead to: an absolute http, https or mailto address. */
export function isSafeLink(href: unknown): boolean {
  return hasProtocol(href, LINK_PROTOCOLS)
}

/** An absolute http or https address. */
export function isWebLink(href: unknown): boolean {
  return hasProtocol(href, WEB_PROTOCOLS)
}

/** The name of an uploaded image: the SHA-256 of its bytes and its kind. Nothing else is ever loaded by a board. */
export function isAssetSrc(src: string): boolean {
  return ASSET_SRC.test(src)
}

function hasProtocol(href: unknown, protocols: ReadonlySet<string>): boolean {
  return typeof href === 'string' && URL.canParse(href) && protocols.has(new URL(href).protocol)
}
