import { useState } from 'react'

/** So many cards are drawn at first, and more with each wish for more: a bank of thousands stays quick. */
const PORTION = 24

export interface Portion<T> {
  readonly shown: readonly T[]
  /** How many are not shown. */
  readonly rest: number
  more(): void
}

/** The first part of a long list. A list found by another wish (`key`) begins anew. */
export function usePortion<T>(items: readonly T[], key: string): Portion<T> {
  const [wish, setWish] = useState({ key, portions: 1 })
  const portions = wish.key === key ? wish.portions : 1
  const count = portions * PORTION
  return {
    shown: items.slice(0, count),
    rest: Math.max(0, items.length - count),
    more: () => setWish({ key, portions: portions + 1 }),
  }
}
