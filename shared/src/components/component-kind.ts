/** Where a kind stands in the palette. */
export type ComponentGroup =
  | 'people'
  | 'edge'
  | 'compute'
  | 'storage'
  | 'messaging'
  | 'coordination'
  | 'outside'

/**
 * What a kind does, as far as rules about whole designs ask for it:
 *
 *     trait     means
 *     source    requests begin here: a person, a browser, a phone
 *     balancer  spreads requests over several of the same
 *     entry     lets requests in and passes them on: a gateway, a CDN, a balancer
 *     compute   runs our own code
 *     store     data rests here and would be missed
 *     cache     a copy of data that may be lost
 *     buffer    messages wait here for somebody who takes them: a queue, a stream
 *     outside   not ours to run
 *     helper    stands beside the request's path: monitoring, DNS, an id generator
 */
export type ComponentTrait =
  | 'source'
  | 'balancer'
  | 'entry'
  | 'compute'
  | 'store'
  | 'cache'
  | 'buffer'
  | 'outside'
  | 'helper'

/** A kind of component. Everything about it stands in one object: adding a kind is adding one to a file of `kinds/`. */
export interface ComponentKind {
  /** A slug: the word in Mermaid (`:::cache`), on the wire and in exports. Never changes. */
  readonly kind: string
  /** As shown, such as "Load balancer". */
  readonly title: string
  readonly group: ComponentGroup
  readonly traits: readonly ComponentTrait[]
  /** Other words people type for it, lower case. */
  readonly aliases: readonly string[]
  /** Names of products and technologies that are of this kind, as they spell themselves. */
  readonly technologies: readonly string[]
  /** SVG path data, drawn as lines of width 1.75 with round caps in a square of 24 by 24. Nobody's logo. */
  readonly icon: readonly string[]
}
