import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The thumb of tldraw's opacity slider: its name is on the element around it, and no page can give it another. */
const SLIDER_IN_TLDRAW = '.tlui-slider__thumb'
/** The box in which tldraw's toolbar shows the tools it has no room for; it has no name either. */
const TOOLBOX_IN_TLDRAW = '.tlui-popover__content'

/** What of axe's rules looks at colours. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds that keeps people out, on a page or within one part of it: each rule with the elements that break it.
 * In dark, the colours are looked at again.
 */
export async function seriousProblems(page: Page, part?: string): Promise<string[]> {
  const axe = () => {
    // Without frames there is nothing for the newer mode to do, and it opens a page for it each time.
    const whole = new AxeBuilder({ page })
      .setLegacyMode()
      .exclude(SLIDER_IN_TLDRAW)
      .exclude(TOOLBOX_IN_TLDRAW)
    return part === undefined ? whole : whole.include(part)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await settled(async () => serious(await axe().analyze()))
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await settled(async () => serious(await axe().withRules(COLOR_RULES).analyze()))
  return [...light.map((problem) => `light: ${problem}`), ...dark.map((problem) => `dark: ${problem}`)]
}

/** Colours on their way to others are looked at once more when they have arrived. */
async function settled(problems: () => Promise<string[]>): Promise<string[]> {
  const found = await problems()
  return found.length === 0 ? found : problems()
}

function serious({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}
