import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import type { TLUiAssetUrlOverrides } from 'tldraw'

/** tldraw's fonts, icons and translations from this server: the canvas asks no other host for anything it needs. */
export const BOARD_ASSET_URLS: TLUiAssetUrlOverrides = getAssetUrlsByImport()
