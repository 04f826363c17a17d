import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The thumb of tldraw's opacity slider: its name is on the element around it, and no page can give it another. */
const SLIDER_IN_TLDRAW = '.tlui-slider__thumb'
/** The box in which tldraw's toolbar shows the tools it has no room for; it has no name either. */
const TOOLBOX_IN_TLDRAW = '.tlui-popover__content'

/** What axe finds on a page that keeps people out: each rule with the elements that break it. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude(SLIDER_IN_TLDRAW)
    .exclude(TOOLBOX_IN_TLDRAW)
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}
