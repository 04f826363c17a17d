import { FIGURE_GROUPS, type Figure, type Guide } from '@drawbar/shared/question/guide.ts'
import { LoadFailed } from '../page/load-failed.tsx'
import { useLoaded } from '../page/use-loaded.ts'
import { bandText, figureText } from '../question/figure-text.ts'
import type { PublicApi } from '../session/api.ts'
import { Markdown } from '../ui/markdown.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import styles from './guide-page.module.css'

const GROUP_NAMES: Record<Figure['group'], string> = {
  time: 'Time',
  network: 'Network',
  storage: 'Storage',
  memory: 'Memory',
  databases: 'Databases',
  queues: 'Queues and logs',
  web: 'Web servers and sockets',
  availability: 'Availability',
}

/** How to interview, how to prepare, and the figures estimates rest on. */
export function GuidePage({ api }: { readonly api: Pick<PublicApi, 'guide'> }) {
  usePageTitle('Guide')
  const { loaded, retry } = useLoaded(api.guide)
  return (
    <main className={styles.main}>
      <h1 className={styles.title}>Guide</h1>
      <p className={styles.lead}>
        For both sides of the board. Nothing here belongs to a single question, so nothing is spoilt by it.
      </p>
      {loaded.state === 'loading' ? <p aria-busy>Loading the guide…</p> : null}
      {loaded.state === 'failed' ? (
        <LoadFailed failure={loaded.failure} missing="The guide could not be loaded." onRetry={retry} />
      ) : null}
      {loaded.state === 'ready' ? <Pages guide={loaded.value} /> : null}
    </main>
  )
}

function Pages({ guide }: { readonly guide: Guide }) {
  const { pages, figures } = guide
  return (
    <div className={styles.layout}>
      <nav className={styles.contents} aria-label="Parts of the guide">
        <ul>
          {pages.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#figures">Figures worth knowing</a>
          </li>
        </ul>
      </nav>
      <div className={styles.body}>
        {pages.map(({ id, title, text }) => (
          <section key={id} aria-labelledby={id}>
            <h2 className={styles.heading} id={id}>
              {title}
            </h2>
            <Markdown text={text} />
          </section>
        ))}
        <section aria-labelledby="figures">
          <h2 className={styles.heading} id="figures">
            Figures worth knowing
          </h2>
          {FIGURE_GROUPS.map((group) => (
            <FigureGroup
              key={group}
              name={GROUP_NAMES[group]}
              figures={figures.filter((one) => one.group === group)}
            />
          ))}
        </section>
      </div>
    </div>
  )
}

function FigureGroup({ name, figures }: { readonly name: string; readonly figures: readonly Figure[] }) {
  if (figures.length === 0) return null
  return (
    <>
      <h3 className={styles.group}>{name}</h3>
      <dl className={styles.figures}>
        {figures.map((figure) => (
          <div key={figure.id} className={styles.figure}>
            <dt>{figure.name}</dt>
            <dd className={styles.value}>
              {figureText(figure.value, KNOWN_DIGITS)} {figure.unit}
              <Band figure={figure} />
            </dd>
            <dd className={styles.basis}>{figure.basis}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** A day has 86 400 seconds, not about 86 000. */
const KNOWN_DIGITS = 3

/** The range a figure is met in, where it is one. */
function Band({ figure }: { readonly figure: Figure }) {
  const band = bandText(figure.low, figure.high)
  return band.includes(' to ') ? <span className={styles.band}>{band}</span> : null
}
