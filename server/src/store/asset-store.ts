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

/** What the images of one round may come to together. */
export interface AssetBounds {
  readonly count: number
  readonly bytes: number
}

/** `there`: the round has this content already. `too-many`, `too-large`: not kept, it would not be within this bound. */
export type AssetPut = 'kept' | 'there' | 'too-many' | 'too-large'

/** The images of each round. */
export interface AssetStore {
  /** Keeps the asset where its round stays within `bounds`; the same content twice is one asset. */
  put(asset: StoredAsset, bounds: AssetBounds): Promise<AssetPut>
  get(roundId: string, name: string): Promise<StoredAsset | undefined>
}
