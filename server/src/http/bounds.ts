import { LIMITS } from '@drawbar/shared/wire/limits.ts'
import type { AssetBounds } from '../store/asset-store.ts'

const KIB = 1024

/** The largest JSON body of any call. */
export const JSON_BODY = 64 * KIB

/** A page of the log: at most so many entries, and no further entry once it holds so many bytes of board updates. */
export const PAGE_ENTRIES = 500
export const PAGE_BYTES = 1024 * KIB

/** The images of a round. */
export const ROUND_IMAGES: AssetBounds = { count: LIMITS.imagesPerRound, bytes: LIMITS.imageBytesPerRound }
