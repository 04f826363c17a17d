import { MAX_COORDINATE, MAX_RECORDS, MAX_SIZE, MAX_TEXT_LENGTH } from '@drawbar/shared/board/board-limits.ts'
import { z } from 'zod'

/** Px. Files of any age leave some of it out; what is no number is not drawn. */
const length = z.number().min(-MAX_SIZE).max(MAX_SIZE)
const coordinate = z.number().min(-MAX_COORDINATE).max(MAX_COORDINATE)
const point = z.tuple([coordinate, coordinate]).rest(z.number())
const text = z.string().max(MAX_TEXT_LENGTH)
const id = z.string().min(1).max(200)

/** Old files have `focus` and `gap`, newer ones a place on the target, from 0 to 1 in each direction. */
const bindingSchema = z.object({
  elementId: id,
  fixedPoint: z.tuple([z.number(), z.number()]).nullish().catch(null),
})

/**
 * What is read of an element. Format: docs.excalidraw.com, "JSON schema"; fields that came later or went are all
 * optional. One that does not fit is left out of the drawing, not the whole file.
 */
export const elementSchema = z.object({
  id,
  type: z.string().max(40),
  x: coordinate,
  y: coordinate,
  width: length.catch(0),
  height: length.catch(0),
  angle: z.number().catch(0),
  isDeleted: z.boolean().catch(false),
  locked: z.boolean().catch(false),
  opacity: z.number().min(0).max(100).catch(100),
  strokeColor: z.string().max(40).catch('#000000'),
  backgroundColor: z.string().max(40).catch('transparent'),
  fillStyle: z.string().max(20).catch('solid'),
  strokeWidth: z.number().catch(2),
  strokeStyle: z.string().max(20).catch('solid'),
  roughness: z.number().catch(1),
  roundness: z.unknown().optional(),
  /** Innermost first. */
  groupIds: z.array(id).max(64).catch([]),
  frameId: id.nullish().catch(null),
  boundElements: z
    .array(z.object({ id, type: z.string() }))
    .nullish()
    .catch(null),
  /** Before boundElements. */
  boundElementIds: z.array(id).nullish().catch(null),
  link: z.string().max(2000).nullish().catch(null),
  customData: z.unknown().optional(),
  // Text
  text: text.nullish(),
  originalText: text.nullish().catch(null),
  fontSize: z.number().positive().max(1000).catch(20),
  fontFamily: z.number().catch(1),
  textAlign: z.string().catch('left'),
  verticalAlign: z.string().catch('middle'),
  containerId: id.nullish().catch(null),
  autoResize: z.boolean().catch(true),
  // Lines, arrows, freehand
  points: z.array(point).max(20_000).nullish(),
  pressures: z.array(z.number()).nullish().catch(null),
  simulatePressure: z.boolean().catch(true),
  startBinding: bindingSchema.nullish().catch(null),
  endBinding: bindingSchema.nullish().catch(null),
  startArrowhead: z.string().nullish().catch(null),
  endArrowhead: z.string().nullish().catch(null),
  elbowed: z.boolean().catch(false),
  // Frames
  name: z.string().max(400).nullish().catch(null),
  // Images
  fileId: z.string().max(200).nullish().catch(null),
  scale: z.tuple([z.number(), z.number()]).catch([1, 1]),
  crop: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      naturalWidth: z.number().positive(),
      naturalHeight: z.number().positive(),
    })
    .nullish()
    .catch(null),
})

export type SceneElement = z.infer<typeof elementSchema>

/** A file, or what Excalidraw puts on the clipboard. */
export const sceneSchema = z.object({
  type: z.enum(['excalidraw', 'excalidraw/clipboard']),
  elements: z.array(z.unknown()).max(MAX_RECORDS * 2),
  files: z
    .record(z.string(), z.object({ dataURL: z.string().optional() }).catch({}))
    .nullish()
    .catch(null),
})
