import type { Finding } from '../finding.ts'
import { borrowedRun, type Fingerprints } from '../lint/fingerprints.ts'
import { loadGuide } from './load-guide.ts'

/** What is wrong with the guide: what cannot be read, figures told twice, sentences of a source. */
export async function lintGuide({
  fingerprints,
}: {
  readonly fingerprints: Fingerprints
}): Promise<Finding[]> {
  const loaded = await loadGuide()
  if (!loaded.ok) return loaded.findings.map(inGuide)
  const { pages, figures } = loaded.guide
  const ids = figures.map(({ id }) => id)
  return [
    ...ids.flatMap((id, at) =>
      ids.indexOf(id) === at
        ? []
        : [{ file: 'figures.yaml', field: `[${at}].id`, reason: `'${id}' is used twice` }],
    ),
    ...pages.flatMap(({ id, text }) => borrowed(`${id}.md`, '', text, fingerprints)),
    ...figures.flatMap(({ basis }, at) => borrowed('figures.yaml', `[${at}].basis`, basis, fingerprints)),
  ].map(inGuide)
}

function borrowed(file: string, field: string, text: string, fingerprints: Fingerprints): Finding[] {
  const run = borrowedRun(text, fingerprints)
  return run === undefined
    ? []
    : [{ file, field, reason: `'${run}' stands in a source`, advice: 'Say it in your own words.' }]
}

function inGuide(finding: Finding): Finding {
  return { ...finding, file: `guide/${finding.file}` }
}
