import { graphJsonSchema } from '@drawbar/shared/graph/to-graph-json.ts'
import { createShapeId, type Editor, type VecLike } from 'tldraw'
import { addImages } from '../add-images.ts'
import { detectContent, mermaidInMarkdown } from './detect-content.ts'
import { drawPlan } from './draw-plan.ts'
import type { DrawingPlan } from './drawing-plan.ts'
import { fromExcalidraw } from './excalidraw/from-excalidraw.ts'
import { checkScene, readScene } from './excalidraw/read-scene.ts'
import { graphToPlan } from './graph-to-plan.ts'
import { MAX_FILE_LENGTH, refused, type Refusal } from './imported-drawing.ts'
import { putDrawing } from './put-drawing.ts'
import { readTldr } from './tldr/read-tldr.ts'

/** What became of a file or a pasted text. `ignored`: it is nothing that is opened here; paste it as text. */
export type Opened =
  | { readonly ok: true; readonly what: 'drawing'; readonly notCarried: readonly string[] }
  | { readonly ok: true; readonly what: 'images' | 'ignored' }
  | Refusal

export interface OpenPorts {
  /** Reads and lays out a Mermaid text. */
  readonly planMermaid: (text: string) => Promise<DrawingPlan | { readonly fault: string }>
}

/** Opens one file on the board that is shown. Never throws. */
export async function openFile(editor: Editor, file: File, at: VecLike, ports: OpenPorts): Promise<Opened> {
  if (file.size > MAX_FILE_LENGTH) {
    return refused(`“${file.name}” is too large.`, 'Open a part of it, or a picture of it.')
  }
  const isImage = detectContent({ name: '', mimeType: file.type, text: null }) === 'image'
  const text = isImage ? null : await file.text().catch(() => null)
  if (!isImage && text === null) {
    return refused(`“${file.name}” could not be read.`, 'Check that it is still there and open it again.')
  }
  const given = { name: file.name, mimeType: file.type, text }
  if (detectContent(given) === 'image') {
    await addImages(editor, [file], at)
    return { ok: true, what: 'images' }
  }
  const opened = await openText(editor, { ...given, text: text ?? '' }, at, ports)
  if (!opened.ok || opened.what !== 'ignored') return opened
  return refused(
    `“${file.name}” was not added.`,
    'A board opens .excalidraw, .tldr, Mermaid (.mmd, .md), graph JSON and PNG, JPEG, WebP and GIF images. Video, SVG and other files are off.',
  )
}

/** Opens a text that was pasted or stands in a file. Never throws. */
export async function openText(
  editor: Editor,
  given: { readonly name: string; readonly mimeType: string; readonly text: string },
  at: VecLike,
  ports: OpenPorts,
): Promise<Opened> {
  const { text } = given
  switch (detectContent(given)) {
    case 'excalidraw': {
      const read = readScene(text)
      return read.ok ? put(editor, fromExcalidraw(read.scene), at) : read
    }
    case 'tldr': {
      const read = readTldr(text)
      return read.ok ? put(editor, read.drawing, at) : read
    }
    case 'graph-json': {
      const read = graphJsonSchema.safeParse(parsed(text))
      return read.success
        ? draw(editor, graphToPlan(read.data), at)
        : refused('The graph file is damaged or of a newer version.', 'Copy it from the board again.')
    }
    case 'mermaid': {
      const plan = await ports.planMermaid(mermaidInMarkdown(text) ?? text).catch(() => null)
      if (plan === null)
        return refused('The diagram could not be drawn.', 'Try again, or a smaller part of it.')
      return 'fault' in plan ? refused('The Mermaid text has a mistake.', plan.fault) : draw(editor, plan, at)
    }
    default:
      return { ok: true, what: 'ignored' }
  }
}

/** The same for what tldraw has found on the clipboard to be a scene of Excalidraw. */
export async function openScene(editor: Editor, content: unknown, at: VecLike): Promise<Opened> {
  const read = checkScene(content)
  return read.ok ? put(editor, fromExcalidraw(read.scene), at) : read
}

async function put(...[editor, drawing, at]: Parameters<typeof putDrawing>): Promise<Opened> {
  const result = await putDrawing(editor, drawing, at)
  return result.ok ? { ok: true, what: 'drawing', notCarried: result.notCarried } : result
}

function draw(editor: Editor, plan: DrawingPlan, at: VecLike): Opened {
  const ids = drawPlan(editor, plan, { at, newId: () => createShapeId() })
  return ids.length > 0
    ? { ok: true, what: 'drawing', notCarried: plan.notCarried }
    : refused(
        'There was nothing to draw, or no room for it.',
        'Look whether the page is full, or open another file.',
      )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
