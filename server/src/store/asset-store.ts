/** An image on a board, addressed by the SHA-256 of its bytes. */
export interface StoredAsset {
  readonly roundId: string
  /** `<64 hex digits>.<png|jpg|webp|gif>` */
  readonly name: string
  readonly mimeType: string
  readonly bytes: Uint8Array
  readonly uploadedBy: string
  readonly at: number
}

export interface AssetUse {
  readonly count: number
  readonly bytes: number
}

/** The images of each round. */
export interface AssetStore {
  /** Keeps the asset; the same content twice is one asset. */
  put(asset: StoredAsset): Promise<void>
  get(roundId: string, name: string): Promise<StoredAsset | undefined>
  use(roundId: string): Promise<AssetUse>
}
