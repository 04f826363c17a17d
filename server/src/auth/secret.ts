import { createHash } from 'node:crypto'

/** Where unpredictable bytes come from. */
export type RandomBytes = (count: number) => Uint8Array

const SECRET_BYTES = 32
const ID_LENGTH = 20
const ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A capability or bearer token: 256 random bits, base64url, 43 characters. */
export function newSecret(random: RandomBytes): string {
  return Buffer.from(random(SECRET_BYTES)).toString('base64url')
}

/** SHA-256 in hex: all the server keeps of a secret. Looking it up by index tells nothing about the secret by its time. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** An id of 100 random bits in letters and digits that are not mistaken for each other. */
export function newId(random: RandomBytes): string {
  let id = ''
  // 32 characters divide 256 evenly, so none is likelier than another.
  for (const byte of random(ID_LENGTH)) id += ID_ALPHABET.charAt(byte % ID_ALPHABET.length)
  return id
}
