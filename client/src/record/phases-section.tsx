import { clockText } from '@drawbar/shared/record/report-text.ts'
import type { SessionRecord } from '@drawbar/shared/record/record.ts'
import styles from './record-page.module.css'

/** Where the time went, against the plan. */
export function PhasesSection({ record }: { readonly record: SessionRecord }) {
  if (record.phases.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby={`${record.copy}-time`}>
      <h2 id={`${record.copy}-time`}>Time</h2>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Phase</th>
              <th scope="col">Began</th>
              <th scope="col">Planned</th>
              <th scope="col">Taken</th>
            </tr>
          </thead>
          <tbody>
            {record.phases.map(({ phaseId, name, plannedMinutes, startedAtMs, endedAtMs }) => (
              <tr key={`${phaseId} ${startedAtMs}`}>
                <th scope="row">{name}</th>
                <td className={styles.number}>{clockText(startedAtMs)}</td>
                <td className={styles.number}>{plannedMinutes === null ? '–' : `${plannedMinutes}:00`}</td>
                <td className={styles.number}>{clockText(endedAtMs - startedAtMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
