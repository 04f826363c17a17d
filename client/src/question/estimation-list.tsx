import { estimate, type Estimation } from '@drawbar/shared/question/estimate.ts'
import { useMemo } from 'react'
import { InlineMarkdown } from '../ui/markdown.tsx'
import styles from './estimation-list.module.css'
import { bandText, figureText } from './figure-text.ts'

/** What follows from reasonable assumptions, then the assumptions, each with the band that is still fine. */
export function EstimationList({ estimation }: { readonly estimation: Estimation }) {
  const results = useMemo(() => estimate(estimation), [estimation])
  return (
    <>
      <p className={styles.heading}>What follows</p>
      <dl className={styles.list}>
        {results.map((result) => (
          <Figure
            key={result.id}
            {...result}
            why={estimation.results.find(({ id }) => id === result.id)?.why ?? null}
          />
        ))}
      </dl>
      <p className={styles.heading}>What may be assumed</p>
      <dl className={styles.list}>
        {estimation.inputs.map((input) => (
          <Figure key={input.id} {...input} why={null} />
        ))}
      </dl>
    </>
  )
}

function Figure(props: {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly why: string | null
}) {
  const { name, value, low, high, unit, why } = props
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.figure}>
        <span className={styles.value}>{figureText(value)}</span> {unit}
        <span className={styles.band}>{low === high ? null : bandText(low, high)}</span>
      </dd>
      {why === null ? null : (
        <dd className={styles.why}>
          <InlineMarkdown text={why} />
        </dd>
      )}
    </div>
  )
}
