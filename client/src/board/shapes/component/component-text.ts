import type { ComponentProps } from '@drawbar/shared/board/shapes/component-shape.ts'

type Told = Pick<ComponentProps, 'label' | 'technology' | 'replicas' | 'shards' | 'failed'>

/** A component in words, as it is read out and copied: "Session store, Redis cache, 3 replicas, failed". */
export function componentText(props: Told, kindTitle: string): string {
  const { label, technology, replicas, shards, failed } = props
  const made = label === '' ? [kindTitle, technology] : [label, madeOf(technology, kindTitle)]
  return [
    ...made,
    replicas > 1 ? `${replicas} replicas` : '',
    shards > 0 ? `${shards} ${shards === 1 ? 'shard' : 'shards'}` : '',
    failed ? 'failed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function madeOf(technology: string, kindTitle: string): string {
  return technology === '' ? inSentence(kindTitle) : `${technology} ${inSentence(kindTitle)}`
}

/** "Load balancer" within a sentence; "DNS" and "SQL database" stay as they are. */
function inSentence(title: string): string {
  const second = title.charAt(1)
  return second === second.toLowerCase() ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
