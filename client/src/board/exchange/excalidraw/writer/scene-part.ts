import type { TLDefaultDashStyle } from 'tldraw'
import type { CarriedShape } from '../carried-shape.ts'
import type { Point } from './scene-geometry.ts'

/** What a shape becomes in a scene, before it has a place there. */
export interface ScenePart {
  /** Excalidraw's type of element. */
  readonly type: string
  readonly size: PartSize
  /** Where it begins, in the shape's own coordinates; its origin when left out. */
  readonly at?: Point
  readonly look?: Look
  /** What an element of this type has besides what every element has. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** What of the shape the element cannot show. */
  readonly carried?: CarriedShape
  /** The text in it or on it, an element of its own. Its `at` is in the same coordinates. */
  readonly label?: ScenePart | null
  /** The picture it shows, which stands in the file beside the elements. */
  readonly image?: PartImage
}

/** Px. `from` is the box's corner as seen from where the part begins. */
export interface PartSize {
  readonly w: number
  readonly h: number
  readonly from?: Point
}

export interface Look {
  readonly stroke?: string
  readonly ground?: string
  readonly fillStyle?: string
  readonly dash?: TLDefaultDashStyle
  /** Px. */
  readonly width?: number
}

export interface PartImage {
  readonly dataUrl: string
  readonly mimeType: string
}
