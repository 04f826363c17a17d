import type { RecordProps, TLBaseShape } from '@tldraw/tlschema'
import type { JsonValue } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import { isFacetKey, SHAPE_FACETS } from '../facet-key.ts'
import { sideValidator, slugValidator } from './shape-texts.ts'

export const PLACEHOLDER = 'placeholder'

/**
 * A shape of a type this version does not know, which a newer one or another app has made. It can be moved, copied and
 * removed; all else of it is kept as it is and written back as it was.
 */
export interface PlaceholderProps {
  /** Page px, as far as the unknown shape's facets tell. */
  readonly w: number
  readonly h: number
  readonly of: UnknownShape
}

export interface UnknownShape {
  readonly type: string
  /** Its facets, but for those every shape has. */
  readonly facets: Readonly<Record<string, JsonValue>>
}

export type PlaceholderShape = TLBaseShape<typeof PLACEHOLDER, PlaceholderProps>

/** They are written back as they are, so none may take the place of what every shape has, or be no facet at all. */
const keptFacets = T.dict(
  T.string.check('a facet', (key) => {
    if (!isFacetKey(key) || SHAPE_FACETS.has(key)) throw new Error('not a facet of an unknown shape')
  }),
  T.jsonValue,
).check('facets', ({ s }) => {
  if (s !== undefined && !Array.isArray(s)) throw new Error('a stroke is a list')
})

const unknownShape: T.Validatable<UnknownShape> = T.object({
  type: slugValidator,
  facets: keptFacets,
})

export const placeholderProps: RecordProps<PlaceholderShape> = {
  w: sideValidator,
  h: sideValidator,
  of: unknownShape,
}

/** How large something is drawn whose size cannot be read. */
export const PLACEHOLDER_SIZE = { w: 200, h: 100 } as const
