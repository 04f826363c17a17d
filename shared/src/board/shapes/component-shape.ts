import {
  DefaultColorStyle,
  type RecordProps,
  type TLBaseShape,
  type TLDefaultColorStyle,
} from '@tldraw/tlschema'
import { T } from '@tldraw/validate'
import { lineOf, sideValidator, slugValidator } from './shape-texts.ts'

export const COMPONENT = 'component'

/** A part of a system: a cache, a queue, a client. What kinds there are is in `components/`. */
export interface ComponentProps {
  /** Page px. */
  readonly w: number
  readonly h: number
  /** One of `COMPONENT_KINDS`, or a newer version's. */
  readonly kind: string
  /** What it is here, such as "Session store". Empty: it is called after its kind. */
  readonly label: string
  /** What it is made of, such as "Redis Cluster". May be empty. */
  readonly technology: string
  /** How many of the same stand there; 1 is not shown. */
  readonly replicas: number
  /** Into how many its data is cut; 0 is not shown. */
  readonly shards: number
  /** Drawn as broken, to talk about what happens then. */
  readonly failed: boolean
  readonly color: TLDefaultColorStyle
}

export type ComponentShape = TLBaseShape<typeof COMPONENT, ComponentProps>

/** Longest label or technology line, UTF-16 units. */
export const MAX_LABEL_LENGTH = 120

/** Most replicas or shards a badge shows. */
export const MAX_COUNT = 99_999

const count = T.nonZeroInteger.check('a count', (value) => {
  if (value > MAX_COUNT) throw new Error('too many')
})
const countOrNone = T.positiveInteger.check('a count', (value) => {
  if (value > MAX_COUNT) throw new Error('too many')
})

export const componentProps: RecordProps<ComponentShape> = {
  w: sideValidator,
  h: sideValidator,
  kind: slugValidator,
  label: lineOf(MAX_LABEL_LENGTH),
  technology: lineOf(MAX_LABEL_LENGTH),
  replicas: count,
  shards: countOrNone,
  failed: T.boolean,
  color: DefaultColorStyle,
}

/** What a prop is while nobody has set it. Such a prop takes no room in the document. */
export const componentDefaults = {
  label: '',
  technology: '',
  replicas: 1,
  shards: 0,
  failed: false,
  color: 'black',
} as const satisfies Partial<ComponentProps>

export const COMPONENT_SIZE = { w: 200, h: 100 } as const
