import type { WholeQuestion } from '@drawbar/shared/question/catalogue.ts'
import { LEVEL_NAMES, LEVELS } from '@drawbar/shared/question/level.ts'
import { DIMENSIONS } from '@drawbar/shared/question/dimension.ts'
import {
  RUNG_NAMES,
  RUNGS,
  STAR_NAMES,
  type Question,
  type StarPart,
} from '@drawbar/shared/question/question.ts'
import type { ReactNode } from 'react'
import { InlineMarkdown, Markdown } from '../ui/markdown.tsx'
import { EstimationList } from './estimation-list.tsx'
import { GRADES } from './grades.ts'
import { Lines, Named } from './parts.tsx'
import styles from './question-sheet.module.css'
import { Requirements } from './requirements.tsx'
import { ReferenceDesign } from './reference-design.tsx'

interface SheetSection {
  readonly id: string
  readonly title: string
  readonly body: ReactNode
}

/** All of a question on one page, in the order in which an interviewer prepares. */
export function QuestionSheet({ whole }: { readonly whole: WholeQuestion }) {
  const sections = sheetSections(whole)
  return (
    <div className={styles.sheet}>
      <nav className={styles.contents} aria-label="Parts of the question">
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.body}>
        {sections.map(({ id, title, body }) => (
          <section key={id} className={styles.section} aria-labelledby={id}>
            <h2 className={styles.title} id={id}>
              {title}
            </h2>
            {body}
          </section>
        ))}
      </div>
    </div>
  )
}

function sheetSections({ question, plans }: WholeQuestion): SheetSection[] {
  const { brief } = question
  const sections: (SheetSection | null)[] = [
    { id: 'prompt', title: 'Prompt', body: <Markdown text={question.prompt} /> },
    { id: 'brief', title: 'Brief', body: <Brief brief={brief} /> },
    {
      id: 'requirements',
      title: 'Told when asked for',
      body: (
        <div className={styles.columns}>
          <Requirements question={question} />
        </div>
      ),
    },
    {
      id: 'framework',
      title: 'Answer framework',
      body: (
        <ol className={styles.steps}>
          {question.framework.map(({ step, detail }) => (
            <li key={step}>
              <strong>{step}.</strong> <InlineMarkdown text={detail} />
            </li>
          ))}
        </ol>
      ),
    },
    { id: 'key-points', title: 'Key points', body: <Lines items={question.keyPoints} /> },
    { id: 'follow-ups', title: 'Follow-ups', body: <FollowUps question={question} /> },
    { id: 'checklist', title: 'Checklist', body: <Checklist question={question} /> },
    {
      id: 'constraints',
      title: 'Constraint cards',
      body: question.constraints.map(({ id, title, card, goodAdaptation }) => (
        <div key={id} className={styles.card}>
          <h3 className={styles.cardTitle}>{title}</h3>
          <p>
            <InlineMarkdown text={card} />
          </p>
          <div className={styles.answer}>
            <Markdown text={goodAdaptation} />
          </div>
        </div>
      )),
    },
    {
      id: 'figures',
      title: 'Figures',
      body: <EstimationList estimation={question.estimation} />,
    },
    question.references.length === 0
      ? null
      : {
          id: 'references',
          title: question.kind === 'design' ? 'Reference designs' : 'Example sketches',
          body: question.references.map((reference) => (
            <div key={reference.title} className={styles.card}>
              <h3 className={styles.cardTitle}>{reference.title}</h3>
              <ReferenceDesign reference={reference} />
            </div>
          )),
        },
    { id: 'mistakes', title: 'Common mistakes', body: <Lines items={question.mistakes} /> },
    { id: 'phases', title: 'Phases', body: <Phases plans={plans} /> },
    {
      id: 'terms',
      title: 'Terms',
      body: (
        <dl className={styles.terms}>
          {question.terms.map(({ term, meaning }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <InlineMarkdown text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      ),
    },
    question.notes.length === 0
      ? null
      : { id: 'notes', title: 'Where our figures differ', body: <Lines items={question.notes} /> },
  ]
  return sections.filter((section) => section !== null)
}

function Brief({ brief }: { readonly brief: Question['brief'] }) {
  return (
    <>
      <Markdown text={brief.intent} />
      <div className={styles.columns}>
        {brief.deepDives.map(({ title, why }) => (
          <Named key={title} title={`Deep dive: ${title}`}>
            <Markdown text={why} />
          </Named>
        ))}
      </div>
      <Named title="Rabbit holes">
        <Lines items={brief.rabbitHoles} />
      </Named>
      <dl className={styles.terms}>
        <div>
          <dt>To open</dt>
          <dd>{brief.say.open}</dd>
        </div>
        <div>
          <dt>To steer</dt>
          <dd>{brief.say.steer}</dd>
        </div>
        <div>
          <dt>To close</dt>
          <dd>{brief.say.close}</dd>
        </div>
      </dl>
      <div className={styles.columns}>
        {GRADES.map(({ grade, name }) => (
          <Named key={grade} title={name}>
            <Markdown text={brief.answers[grade]} />
          </Named>
        ))}
      </div>
    </>
  )
}

function FollowUps({ question }: { readonly question: Question }) {
  return (
    <>
      {question.followUps.map(({ id, star, question: asked, hints, goodAnswer }) => (
        <div key={id} className={styles.card}>
          <h3 className={styles.cardTitle}>
            <Star part={star} />
            <InlineMarkdown text={asked} />
          </h3>
          <ol className={styles.rungs}>
            {RUNGS.map((rung) => (
              <li key={rung}>
                <span className={styles.rung}>{RUNG_NAMES[rung]}</span> <InlineMarkdown text={hints[rung]} />
              </li>
            ))}
          </ol>
          <div className={styles.answer}>
            <Markdown text={goodAnswer} />
          </div>
        </div>
      ))}
    </>
  )
}

function Checklist({ question }: { readonly question: Question }) {
  return (
    <>
      {DIMENSIONS.map(({ id, name, weight }) => (
        <div key={id}>
          <h3 className={styles.cardTitle}>
            {name} <span className={styles.soft}>{weight} %</span>
          </h3>
          <ul className={styles.items}>
            {question.checklist
              .filter((item) => item.dimension === id)
              .map((item) => (
                <li key={item.id} className={styles.card}>
                  <p className={styles.item}>
                    <Star part={item.star} />
                    <InlineMarkdown text={item.text} />
                  </p>
                  <dl className={styles.levels}>
                    {LEVELS.map((level) => (
                      <div key={level}>
                        <dt>{LEVEL_NAMES[level]}</dt>
                        <dd>
                          <InlineMarkdown text={item[level]} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </>
  )
}

/** The part of a told experience that something belongs to; nothing in a design. */
function Star({ part }: { readonly part: StarPart | undefined }) {
  return part === undefined ? null : <span className={styles.star}>{STAR_NAMES[part]}: </span>
}

function Phases({ plans }: { readonly plans: WholeQuestion['plans'] }) {
  return (
    <div className={styles.columns}>
      {plans.map(({ minutes: length, phases }) => (
        <Named key={length} title={`${length} minutes`}>
          <ol className={styles.steps}>
            {phases.map(({ id, name, minutes, watchFor }) => (
              <li key={id}>
                {name}, {minutes} min
                {watchFor === undefined ? null : (
                  <span className={styles.soft}>
                    <br />
                    {watchFor}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </Named>
      ))}
    </div>
  )
}
