/** 128 random bits. Not `crypto.randomUUID`: plain http on another host than localhost does not have it. */
export function newNoteId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
