/** A scene as Excalidraw's file format 2 has it, with every field that its newest version writes. */
export interface SceneFile {
  readonly type: 'excalidraw' | 'excalidraw/clipboard'
  readonly version: 2
  readonly source: string
  readonly elements: readonly FileElement[]
  readonly appState: { readonly viewBackgroundColor: string; readonly gridSize: null }
  readonly files: Readonly<Record<string, FileImage>>
}

export interface FileImage {
  readonly id: string
  readonly mimeType: string
  readonly dataURL: string
  /** Epoch ms. */
  readonly created: number
}

export interface FileElement {
  readonly id: string
  readonly type: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
  readonly strokeColor: string
  readonly backgroundColor: string
  readonly fillStyle: string
  readonly strokeWidth: number
  readonly strokeStyle: string
  readonly roughness: number
  readonly opacity: number
  readonly groupIds: readonly string[]
  readonly frameId: string | null
  readonly roundness: { readonly type: number } | null
  readonly seed: number
  readonly version: number
  readonly versionNonce: number
  readonly isDeleted: boolean
  readonly boundElements: readonly { readonly id: string; readonly type: 'arrow' | 'text' }[]
  readonly updated: number
  readonly link: string | null
  readonly locked: boolean
  readonly customData?: { readonly drawbar: object }
  readonly [extra: string]: unknown
}
