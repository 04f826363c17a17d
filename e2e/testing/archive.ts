import { recordSchema, type SessionRecord } from '@drawbar/shared/record/record.ts'
import { strFromU8, unzipSync } from 'fflate'
import {
  createTLSchema,
  defaultBindingSchemas,
  defaultShapeSchemas,
  parseTldrawJsonFile,
  type TLRecord,
} from 'tldraw'

/** The files of a record's ZIP, read the way their readers would. */
export interface ReadArchive {
  readonly names: readonly string[]
  readonly record: SessionRecord
  /** The records of `board.tldr` as tldraw opens them. */
  readonly board: readonly TLRecord[]
  readonly svg: string
  readonly png: { readonly width: number; readonly height: number }
  readonly html: string
  readonly markdown: string
}

export function readArchive(bytes: Uint8Array): ReadArchive {
  const files = unzipSync(bytes)
  const file = (name: string) => {
    const content = files[name]
    if (!content) throw new Error(`the archive has no ${name}, only ${Object.keys(files).join(', ')}`)
    return content
  }
  const text = (name: string) => strFromU8(file(name))
  return {
    names: Object.keys(files).toSorted(),
    record: recordSchema.parse(JSON.parse(text('record.json'))),
    board: readTldrawFile(text('board.tldr')),
    svg: text('board.svg'),
    png: pngSize(file('board.png')),
    html: text('report.html'),
    markdown: text('report.md'),
  }
}

/** Opens a file as tldraw's *Open* does: with its own schema, which checks and migrates every record. */
function readTldrawFile(json: string): readonly TLRecord[] {
  const schema = createTLSchema({ shapes: defaultShapeSchemas, bindings: defaultBindingSchemas })
  const parsed = parseTldrawJsonFile({ json, schema })
  if (!parsed.ok) throw new Error(`tldraw does not open board.tldr: ${parsed.error.type}`)
  return parsed.value.allRecords()
}

function pngSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = [...bytes.subarray(0, 8)].join(' ')
  if (signature !== '137 80 78 71 13 10 26 10') throw new Error('board.png is no PNG')
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
