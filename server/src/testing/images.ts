import { crc32, deflateSync } from 'node:zlib'

/** The smallest images a decoder accepts the header of, in the given pixels. */

export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  // 8 bits of grey, no interlacing.
  header.setUint8(8, 8)
  const rows = deflateSync(new Uint8Array((width + 1) * height))
  return joined([
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', new Uint8Array(header.buffer)),
    pngChunk('IDAT', rows),
    pngChunk('IEND', []),
  ])
}

export function jpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
  return joined([
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 16, ...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0, 0, 11, 8, ...big16(height), ...big16(width), 1, 1, 0x11, 0],
    [0xff, 0xd9],
  ])
}

export function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  return joined([ascii('GIF89a'), little16(width), little16(height), [0, 0, 0, 0x3b]])
}

export function webp(width: number, height: number): Uint8Array<ArrayBuffer> {
  const frame = [0x9d, 0x01, 0x2a, ...little16(width), ...little16(height), 0, 0, 0, 0]
  const data = [0x30, 0x01, 0x00, ...frame]
  const chunk = [...ascii('VP8 '), ...little16(data.length), 0, 0, ...data]
  return joined([ascii('RIFF'), little16(chunk.length + 4), [0, 0], ascii('WEBP'), chunk])
}

function pngChunk(type: string, data: Iterable<number>): number[] {
  const body = [...ascii(type), ...data]
  return [...big32(body.length - 4), ...body, ...big32(crc32(new Uint8Array(body)))]
}

function joined(parts: readonly Iterable<number>[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(parts.flatMap((part) => [...part]))
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')]
}

function big16(n: number): number[] {
  return [(n >> 8) & 0xff, n & 0xff]
}

function big32(n: number): number[] {
  return [...big16(n >>> 16), ...big16(n & 0xffff)]
}

function little16(n: number): number[] {
  return [n & 0xff, (n >> 8) & 0xff]
}
