import { expectationsOf } from '@drawbar/shared/coverage/expectations.ts'
import type { Finding } from '@drawbar/shared/coverage/finding.ts'
import { findingsOf } from '@drawbar/shared/coverage/lens.ts'
import type { BoardGraph } from '@drawbar/shared/graph/board-graph.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import { Bell, BellOff, Check, Crosshair, Scan } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { Fold } from '../question/fold.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { coverageGroups, findingKey, silencedRules, type CoverageGroup } from './coverage-groups.ts'
import styles from './coverage-lens.module.css'

export interface CoverageLensProps {
  readonly graph: BoardGraph
  readonly question: Question
  /** The question's accepted designs, read as graphs. */
  readonly references: readonly BoardGraph[]
  readonly silenced: ReadonlySet<string>
  readonly onSilence: (ruleId: string, silenced: boolean) => void
  readonly onShow: (shapeIds: readonly string[]) => void
}

/**
 * What the board shows and what it does not show yet, each with a question to ask. For interviewers only: it is worked
 * out on their page, from what only they have of the question.
 */
export function CoverageLens(props: CoverageLensProps) {
  const { graph, question, references, silenced, onSilence, onShow } = props
  const root = useRef<HTMLElement>(null)
  const context = useMemo(
    () => ({ reference: references, expects: expectationsOf(question) }),
    [references, question],
  )
  const findings = useMemo(() => findingsOf(graph, context, silenced), [graph, context, silenced])

  if (graph.components.length === 0) {
    return (
      <EmptyState icon={Scan} title="Nothing to look at yet">
        Once components and labelled boxes stand on the board, you find here what can be seen in the design,
        what cannot, and a question to ask about each. Only interviewers see this.
      </EmptyState>
    )
  }

  const notSeen = coverageGroups(findings, 'not-seen')
  const seen = coverageGroups(findings, 'seen')
  const quiet = silencedRules(silenced)

  function silence(ruleId: string, isSilenced: boolean): void {
    onSilence(ruleId, isSilenced)
    // The control that had the focus goes away with its rule.
    root.current?.focus()
  }

  return (
    <section ref={root} className={styles.lens} tabIndex={-1} aria-label="Coverage of the board">
      <p className={styles.note}>
        Read from components and arrows. A spoken answer counts as much as a drawn one. Only interviewers see
        this.
      </p>
      <section className={styles.part} aria-label="Not seen yet">
        <h3 className={styles.partTitle}>Not seen yet</h3>
        {notSeen.length === 0 ? (
          <p className={styles.note}>Nothing that these rules look for is missing.</p>
        ) : (
          notSeen.map((group) => (
            <RuleGroup key={group.ruleId} group={group} onSilence={silence} onShow={onShow} />
          ))
        )}
      </section>
      {seen.length === 0 ? null : (
        <Fold title="Seen">
          <div className={styles.part}>
            {seen.map((group) => (
              <RuleGroup key={group.ruleId} group={group} onSilence={silence} onShow={onShow} />
            ))}
          </div>
        </Fold>
      )}
      {quiet.length === 0 ? null : (
        <Fold title="Silenced">
          <ul className={styles.list}>
            {quiet.map(({ id, title }) => (
              <li key={id} className={styles.silenced}>
                <span>{title}</span>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={`Listen again: ${title}`}
                  onClick={() => silence(id, false)}
                >
                  <Bell size={14} aria-hidden /> Listen again
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

interface RuleGroupProps {
  readonly group: CoverageGroup
  readonly onSilence: CoverageLensProps['onSilence']
  readonly onShow: CoverageLensProps['onShow']
}

/** One rule may find the same in every part of a large board; it is said of a few and counted of the others. */
const SHOWN_AT_FIRST = 5

function RuleGroup({ group, onSilence, onShow }: RuleGroupProps) {
  const { ruleId, title, findings } = group
  const [all, setAll] = useState(false)
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST)
  const more = findings.length - SHOWN_AT_FIRST
  return (
    <section className={styles.rule} aria-label={title}>
      <div className={styles.head}>
        <h4 className={styles.title}>{title}</h4>
        <IconButton size="small" label={`Silence: ${title}`} onClick={() => onSilence(ruleId, true)}>
          <BellOff size={14} aria-hidden />
        </IconButton>
      </div>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingRow key={findingKey(finding)} finding={finding} onShow={onShow} />
        ))}
      </ul>
      {more > 0 ? (
        <Button size="small" look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${more.toLocaleString('en')} more`}
        </Button>
      ) : null}
    </section>
  )
}

function FindingRow(props: { readonly finding: Finding; readonly onShow: CoverageLensProps['onShow'] }) {
  const { state, text, probe, shapeIds } = props.finding
  const id = useId()
  return (
    <li className={styles.finding}>
      <div className={styles.line}>
        <p className={styles.text} id={id}>
          {state === 'seen' ? <Check className={styles.tick} size={14} aria-hidden /> : null}
          {text}
        </p>
        {shapeIds.length === 0 ? null : (
          <IconButton
            size="small"
            label="Show on the board"
            aria-describedby={id}
            onClick={() => props.onShow(shapeIds)}
          >
            <Crosshair size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <p className={styles.probe}>
        <span className={styles.ask}>Ask</span> {probe}
      </p>
    </li>
  )
}
