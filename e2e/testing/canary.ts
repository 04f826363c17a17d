import { randomBytes } from 'node:crypto'

/** In every canary of this run, so that one look tells whether there is any. */
const MARK = `c${randomBytes(6).toString('hex')}`
let made = 0

/** A text that occurs nowhere by chance. Its letters are written differently by JSON, URIs, HTML and each encoding. */
export function newCanary(where: string): string {
  return `${where}·&${newCore()}·"vögel"`
}

/** A canary for where only an identifier will do. */
export function newCanaryId(): string {
  return `canary-${newCore()}`
}

function newCore(): string {
  made += 1
  return `${MARK}${made}x`
}

export interface Sighting {
  readonly canary: string
  /** How it was written. */
  readonly form: string
  readonly at: number
}

/** Where any of the canaries occurs in some bytes, however it is written there. */
export function findCanaries(bytes: Buffer, canaries: readonly string[]): Sighting[] {
  if (formsOf(MARK).every(({ needle }) => !bytes.includes(needle))) return []
  return canaries.flatMap((canary) =>
    formsOf(canary).flatMap(({ form, needle }) => {
      const at = bytes.indexOf(needle)
      return at === -1 ? [] : [{ canary, form, at }]
    }),
  )
}

/** The ways in which a text may travel. */
function formsOf(text: string): { readonly form: string; readonly needle: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16 = Buffer.from(text, 'utf16le')
  const json = JSON.stringify(text).slice(1, -1)
  return [
    { form: 'utf-8', needle: utf8 },
    { form: 'utf-16le', needle: utf16 },
    { form: 'utf-16be', needle: Buffer.from(utf16).swap16() },
    { form: 'latin-1', needle: Buffer.from(text, 'latin1') },
    { form: 'json', needle: Buffer.from(json) },
    { form: 'json, ascii only', needle: Buffer.from(inAscii(json)) },
    { form: 'json in json', needle: Buffer.from(JSON.stringify(json).slice(1, -1)) },
    { form: 'uri component', needle: Buffer.from(encodeURIComponent(text)) },
    { form: 'html', needle: Buffer.from(inHtml(text)) },
    { form: 'html attribute', needle: Buffer.from(inHtml(text).replaceAll('"', '&quot;')) },
    { form: 'hex', needle: Buffer.from(utf8.toString('hex')) },
    ...base64Forms('base64', utf8),
    ...base64Forms('base64 of utf-16', utf16),
  ]
}

/** Base64 of a text depends on how many bytes stand before it; each of the three ways has a core that does not. */
function base64Forms(name: string, bytes: Buffer) {
  return [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes])
    const whole = shifted.subarray(before === 0 ? 0 : 3, shifted.length - (shifted.length % 3))
    return [
      { form: `${name}, ${before} before`, needle: Buffer.from(whole.toString('base64')) },
      { form: `${name}url, ${before} before`, needle: Buffer.from(whole.toString('base64url')) },
    ]
  })
}

function inAscii(json: string): string {
  return json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
