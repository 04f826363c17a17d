import { PAGE_ORIGIN, type Placement } from '@drawbar/shared/board/page-transform.ts'
import type { TLArrowBinding, TLArrowShape, TLBinding, TLShape } from 'tldraw'
import { Tally } from '../tally.ts'
import type { FileElement, FileImage, SceneFile } from './scene-file.ts'
import type { Hold } from './writer/arrow-ends.ts'
import { arrowPart } from './writer/arrow-part.ts'
import { arrowsInOrder } from './writer/arrows-in-order.ts'
import { labelId } from './writer/element-id.ts'
import { elementOf } from './writer/element-of.ts'
import { placeShapes, type PlacedShape } from './writer/place-shapes.ts'
import { scenePartOf } from './writer/scene-part-of.ts'
import type { PartImage, ScenePart } from './writer/scene-part.ts'

export interface ToExcalidrawInput {
  /** Of one page, parents and what is in them, in drawing order within each parent. */
  readonly shapes: readonly TLShape[]
  readonly bindings: readonly TLBinding[]
  /** By asset id: what is in the file. An image that is not here is left out. */
  readonly images: ReadonlyMap<string, PartImage>
  /** Where the parents of outermost shapes lie, when those are not pages. */
  readonly origin?: ReadonlyMap<string, Placement>
  readonly target: 'file' | 'clipboard'
  /** Epoch ms. */
  readonly now: number
}

export interface ExcalidrawText {
  readonly file: SceneFile
  readonly notCarried: readonly string[]
}

/**
 * A page as an Excalidraw scene. What a component is stands in its element's `customData`, which Excalidraw keeps, so
 * that `fromExcalidraw` gives the same board back.
 */
export function toExcalidraw(input: ToExcalidrawInput): ExcalidrawText {
  const tally = new Tally()
  const writer = new SceneWriter(input, tally)
  writer.write()
  return {
    file: {
      type: input.target === 'file' ? 'excalidraw' : 'excalidraw/clipboard',
      version: 2,
      source: 'drawbar',
      elements: writer.elements(),
      appState: { viewBackgroundColor: '#ffffff', gridSize: null },
      files: writer.files,
    },
    notCarried: tally.sentences(),
  }
}

type BoundElement = FileElement['boundElements'][number]

class SceneWriter {
  readonly files: Record<string, FileImage> = {}
  readonly #input: ToExcalidrawInput
  readonly #tally: Tally
  readonly #arrowBindings: readonly TLArrowBinding[]
  /** By shape id, in the order they are drawn. */
  readonly #placed: ReadonlyMap<string, PlacedShape>
  readonly #elements: FileElement[] = []
  /** By element id: what is bound to it. */
  readonly #bound = new Map<string, BoundElement[]>()

  constructor(input: ToExcalidrawInput, tally: Tally) {
    this.#input = input
    this.#tally = tally
    this.#arrowBindings = input.bindings.filter((one): one is TLArrowBinding => one.type === 'arrow')
    this.#placed = new Map(placeShapes(input.shapes, input.origin).map((placed) => [placed.shape.id, placed]))
  }

  write(): void {
    const all = [...this.#placed.values()]
    for (const placed of all) if (placed.shape.type !== 'arrow') this.#writeShape(placed)
    // An arrow ends at the border of what it is bound to, so that has to be there.
    for (const placed of all) if (placed.shape.type === 'arrow') this.#writeArrow(placed)
  }

  elements(): readonly FileElement[] {
    const ids = [...this.#placed.values()].map(({ id }) => id)
    return arrowsInOrder(this.#elements, ids).map((element) => ({
      ...element,
      boundElements: this.#bound.get(element.id) ?? [],
    }))
  }

  #writeShape(placed: PlacedShape): void {
    const isInFrame = placed.shape.type === 'frame' && placed.frameId !== null
    if (isInFrame)
      this.#tally.add('frame in a frame: it stands beside it', 'frames in frames: they stand beside them')
    const part = scenePartOf(placed.shape, this.#input.images, this.#tally)
    if (part) this.#push(isInFrame ? { ...placed, frameId: null } : placed, part)
  }

  #writeArrow(placed: PlacedShape): void {
    const shape = placed.shape as TLArrowShape
    const holds = { start: this.#holdOf(shape, 'start'), end: this.#holdOf(shape, 'end') }
    const part = arrowPart(shape, placed.placement, holds, this.#tally)
    for (const hold of [holds.start, holds.end]) {
      if (hold?.element) this.#bind(hold.element.id, { id: placed.id, type: 'arrow' })
    }
    this.#push({ ...placed, placement: PAGE_ORIGIN }, part)
  }

  #holdOf(shape: TLArrowShape, terminal: 'start' | 'end'): Hold | null {
    const binding = this.#arrowBindings.find(
      ({ fromId, props }) => fromId === shape.id && props.terminal === terminal,
    )
    const target = binding && this.#placed.get(binding.toId)
    if (!binding || !target) return null
    const element = this.#elements.find(({ id }) => id === target.id)
    return { anchor: binding.props.normalizedAnchor, element }
  }

  #push(placed: PlacedShape, { label, image, ...part }: ScenePart): void {
    const { id } = placed
    if (image) {
      const { mimeType, dataUrl } = image
      this.files[id] = { id, mimeType, dataURL: dataUrl, created: this.#input.now }
    }
    this.#elements.push(elementOf(placed, part, this.#input.now))
    if (!label) return
    this.#bind(id, { id: labelId(id), type: 'text' })
    this.#push({ ...placed, id: labelId(id), zone: null }, label)
  }

  #bind(elementId: string, bound: BoundElement): void {
    this.#bound.set(elementId, [...(this.#bound.get(elementId) ?? []), bound])
  }
}
