/** The same memory as a `Uint8Array` and nothing more: drivers hand out Buffers, which compare and print differently. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
