import type { ComparedEstimate, Verdict } from '@drawbar/shared/question/compare-figures.ts'
import { ArrowDown, ArrowUp, Check, CircleDashed, type LucideIcon } from 'lucide-react'
import { bandText, figureText } from '../question/figure-text.ts'
import sectionStyles from '../question/section.module.css'
import styles from './estimate-check.module.css'

/** Which accepted estimates have a counterpart on the board, and whether it lies in the band. For interviewers only. */
export function EstimateCheck({ compared }: { readonly compared: readonly ComparedEstimate[] }) {
  if (compared.length === 0) return null
  return (
    <section className={sectionStyles.section} aria-label="Numbers on the board">
      <h2 className={sectionStyles.title}>Numbers on the board</h2>
      <ul className={styles.list}>
        {compared.map(({ estimate, verdict }) => (
          <li key={estimate.id} className={styles.row}>
            <span>{estimate.name}</span>
            <span className={styles.band}>
              {estimate.low === estimate.high
                ? figureText(estimate.value)
                : bandText(estimate.low, estimate.high)}{' '}
              {estimate.unit}
            </span>
            <VerdictLine verdict={verdict} />
          </li>
        ))}
      </ul>
      <p className={styles.foot}>
        Only you see this. Rows are matched by name and unit, so look before you judge.
      </p>
    </section>
  )
}

const ICONS: Record<Verdict['type'], LucideIcon> = {
  inside: Check,
  above: ArrowUp,
  below: ArrowDown,
  missing: CircleDashed,
}

function VerdictLine({ verdict }: { readonly verdict: Verdict }) {
  const Icon = ICONS[verdict.type]
  return (
    <span className={styles.verdict} data-verdict={verdict.type}>
      <Icon size={14} aria-hidden /> {verdictText(verdict)}
    </span>
  )
}

function verdictText(verdict: Verdict): string {
  if (verdict.type === 'missing') return 'No figure on the board yet'
  const said = `${verdict.figure.shown} in “${verdict.figure.name}”`
  if (verdict.type === 'inside') return `In the band: ${said}`
  return `${powersText(verdict.powers)} ${verdict.type}: ${said}`
}

function powersText(powers: number): string {
  if (!Number.isFinite(powers)) return 'Far'
  if (powers < 0.5) return 'A little'
  const whole = Math.round(powers)
  return whole === 1 ? 'About one power of ten' : `About ${whole} powers of ten`
}
