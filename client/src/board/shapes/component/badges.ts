import type { ComponentProps } from '@drawbar/shared/board/shapes/component-shape.ts'
import { BOX } from './component-layout.ts'
import { textWidth } from './text-width.ts'

export interface Badge {
  readonly of: 'failed' | 'shards' | 'replicas'
  readonly text: string
}

/** The badges on a component's upper edge, from the left: in words where the box is wide enough. `w` in page px. */
export function badgesOf(
  props: Pick<ComponentProps, 'w' | 'replicas' | 'shards' | 'failed'>,
): readonly Badge[] {
  const inWords = badges(props, true)
  const room = props.w - 2 * BOX.badgeInset
  const width = inWords.reduce((sum, badge) => sum + badgeWidth(badge) + BOX.badgeGap, -BOX.badgeGap)
  return width <= room ? inWords : badges(props, false)
}

/** Page px. */
export function badgeWidth({ text }: Badge): number {
  return Math.ceil(textWidth(text) * BOX.badgeSize) + 2 * BOX.badgePadding
}

/** How many sheets show behind the box: a hint that there are more, not their number. */
export function sheetsBehind(replicas: number): 0 | 1 | 2 {
  return replicas <= 1 ? 0 : replicas === 2 ? 1 : 2
}

function badges(
  { replicas, shards, failed }: Pick<ComponentProps, 'replicas' | 'shards' | 'failed'>,
  inWords: boolean,
): readonly Badge[] {
  const list: Badge[] = []
  if (failed) list.push({ of: 'failed', text: inWords ? 'Failed' : '!' })
  if (shards > 0) {
    list.push({
      of: 'shards',
      text: inWords ? `${short(shards)} ${shards === 1 ? 'shard' : 'shards'}` : `÷${short(shards)}`,
    })
  }
  if (replicas > 1) list.push({ of: 'replicas', text: `×${short(replicas)}` })
  return list
}

function short(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}
