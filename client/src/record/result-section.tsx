import { overallScore } from '@drawbar/shared/record/checklist-result.ts'
import { percentText } from '@drawbar/shared/record/report-text.ts'
import type { DimensionResult, SessionRecord } from '@drawbar/shared/record/record.ts'
import styles from './record-page.module.css'

/** The checklist counted by dimension. Nothing where it was not shared. */
export function ResultSection({ record }: { readonly record: SessionRecord }) {
  const { result } = record
  if (!result) return null
  const assessed = result.some(({ score }) => score !== null)
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-result`}>
      <h2 id={`${record.copy}-result`}>Result by dimension</h2>
      {assessed ? (
        <>
          <div className={styles.tableBox}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Dimension</th>
                  <th scope="col">Score</th>
                  <th scope="col">Seen</th>
                  <th scope="col">Partly</th>
                  <th scope="col">Missed</th>
                  <th scope="col">Not assessed</th>
                </tr>
              </thead>
              <tbody>
                {result.map((dimension) => (
                  <ResultRow key={dimension.dimension} dimension={dimension} />
                ))}
              </tbody>
            </table>
          </div>
          <p className={styles.soft}>
            Weighted over what was assessed: <strong>{percentText(overallScore(result))}</strong>. What was
            not assessed lowers nothing.
          </p>
        </>
      ) : (
        <p className={styles.soft}>No checklist item was marked in this interview.</p>
      )}
    </section>
  )
}

function ResultRow({ dimension }: { readonly dimension: DimensionResult }) {
  const { name, weight, seen, partly, missed, unmarked, score } = dimension
  return (
    <tr>
      <th scope="row">
        {name} <span className={styles.soft}>{weight} %</span>
      </th>
      <td className={styles.number}>
        {score === null ? (
          <span className={styles.soft}>–</span>
        ) : (
          <span className={styles.score}>
            <span className={styles.bar} aria-hidden>
              <span style={{ inlineSize: `${score * 100}%` }} />
            </span>
            {percentText(score)}
          </span>
        )}
      </td>
      <td className={styles.number}>{seen}</td>
      <td className={styles.number}>{partly}</td>
      <td className={styles.number}>{missed}</td>
      <td className={styles.number}>{unmarked}</td>
    </tr>
  )
}
