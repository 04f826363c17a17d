import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Parts of tldraw 3.15.6 itself that have no name, and that a page cannot give one. */
const UNNAMED_IN_TLDRAW = [
  // The thumb of the opacity slider: its name is on the element around it.
  '.tl-container .tlui-slider__thumb',
  // The box in which the toolbar shows the tools it has no room for.
  '.tlui-popover__content',
]

/** What axe finds on a page that keeps people out: each rule with the elements that break it. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude(UNNAMED_IN_TLDRAW).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}
