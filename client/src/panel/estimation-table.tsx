import { estimate, type Estimation } from '@drawbar/shared/question/estimate.ts'
import { useMemo } from 'react'
import styles from './estimation-table.module.css'
import { bandText, figureText } from './figure-text.ts'

/** What a candidate may assume, and what then follows, each with the band that is still fine. */
export function EstimationTable({ estimation }: { readonly estimation: Estimation }) {
  const results = useMemo(() => estimate(estimation), [estimation])
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Follows</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.id}>
              <th scope="row">
                {result.name}
                <span className={styles.soft}>
                  {estimation.results.find(({ id }) => id === result.id)?.why}
                </span>
              </th>
              <Figure {...result} />
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Assumed</th>
            <th scope="col">About</th>
          </tr>
        </thead>
        <tbody>
          {estimation.inputs.map((input) => (
            <tr key={input.id}>
              <th scope="row">{input.name}</th>
              <Figure {...input} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Figure(props: {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: string
}) {
  const { value, low, high, unit } = props
  return (
    <td className={styles.figure}>
      <span className={styles.value}>{figureText(value)}</span> {unit}
      <span className={styles.soft}>{bandText(low, high)}</span>
    </td>
  )
}
