import type { Question } from '@drawbar/shared/question/question.ts'
import { InlineMarkdown, Markdown } from '../ui/markdown.tsx'
import { EstimationList } from './estimation-list.tsx'
import { Fold } from './fold.tsx'
import { GRADES } from './grades.ts'
import { Lines, Named } from './parts.tsx'
import { Requirements } from './requirements.tsx'
import { ReferenceDesign } from './reference-design.tsx'
import styles from './section.module.css'

/** Everything the interviewer has on the question, in the order of need during an interview. */
export function WholeQuestion({ question }: { readonly question: Question }) {
  const { brief } = question
  return (
    <>
      <Fold title="Prompt" startsOpen>
        <Markdown text={question.prompt} />
      </Fold>
      <Fold title="What it is after" startsOpen>
        <Markdown text={brief.intent} />
      </Fold>
      <Fold title="Told when asked for" startsOpen>
        <Requirements question={question} />
      </Fold>
      <Fold title="Answer framework">
        <ol className={styles.steps}>
          {question.framework.map(({ step, detail }) => (
            <li key={step}>
              <span className={styles.strong}>{step}. </span>
              <InlineMarkdown text={detail} />
            </li>
          ))}
        </ol>
      </Fold>
      <Fold title="Key points">
        <Lines items={question.keyPoints} />
      </Fold>
      <Fold title="Deep dives">
        {brief.deepDives.map(({ title, why }) => (
          <Named key={title} title={title}>
            <Markdown text={why} />
          </Named>
        ))}
        <Named title="Rabbit holes">
          <Lines items={brief.rabbitHoles} />
        </Named>
      </Fold>
      <Fold title="Figures">
        <EstimationList estimation={question.estimation} />
      </Fold>
      <Fold title="Weak to excellent">
        {GRADES.map(({ grade, name }) => (
          <Named key={grade} title={name}>
            <Markdown text={brief.answers[grade]} />
          </Named>
        ))}
      </Fold>
      <Fold title="Common mistakes">
        <Lines items={question.mistakes} />
      </Fold>
      <Fold title="Terms">
        <dl className={styles.pairs}>
          {question.terms.map(({ term, meaning }) => (
            <div key={term}>
              <dt className={styles.strong}>{term}</dt>
              <dd>
                <InlineMarkdown text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      </Fold>
      {question.references.length > 0 ? (
        <Fold title={question.kind === 'design' ? 'Reference designs' : 'Example sketches'}>
          {question.references.map((reference) => (
            <Named key={reference.title} title={reference.title}>
              <ReferenceDesign reference={reference} />
            </Named>
          ))}
        </Fold>
      ) : null}
      {question.notes.length > 0 ? (
        <Fold title="Where our figures differ">
          <Lines items={question.notes} />
        </Fold>
      ) : null}
    </>
  )
}
