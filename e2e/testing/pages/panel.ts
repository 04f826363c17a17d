import type { Locator, Page } from '@playwright/test'

export type PanelTab = 'Run' | 'Question' | 'Follow-ups' | 'Checklist' | 'Board' | 'Notes'

/** The side panel: beside the board, or below it on small screens. */
export function panel(page: Page): Locator {
  return page.getByRole('complementary')
}

export async function openTab(page: Page, name: PanelTab): Promise<void> {
  await panel(page)
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click()
}

/** The interviewer's steps, each as a press on its button. */
export async function startRound(page: Page): Promise<void> {
  await openTab(page, 'Run')
  await panel(page).getByRole('button', { name: 'Start the interview' }).click()
}

export async function presentQuestion(page: Page): Promise<void> {
  await openTab(page, 'Run')
  await panel(page).getByRole('button', { name: 'Present the question' }).click()
}

export async function goToPhase(page: Page, phase: string): Promise<void> {
  await openTab(page, 'Run')
  await panel(page)
    .getByRole('button', { name: new RegExp(`to ${phase}$`) })
    .click()
}

/** The nth follow-up of the list, from 0. */
export function followUp(page: Page, n: number): Locator {
  // Rungs are list items within a follow-up's own.
  return panel(page).getByRole('list', { name: 'Follow-ups' }).locator('> li').nth(n)
}

export async function revealFollowUp(page: Page, n: number): Promise<void> {
  await openTab(page, 'Follow-ups')
  await followUp(page, n).getByRole('button', { name: 'Reveal' }).click()
}

export async function giveHint(
  page: Page,
  n: number,
  rung: 'nudge' | 'pointer' | 'give-away',
): Promise<void> {
  await openTab(page, 'Follow-ups')
  await followUp(page, n)
    .getByRole('button', { name: `Give the ${rung}` })
    .click()
}

/** The three buttons of a checklist item. */
export function checklistItem(page: Page, text: string): Locator {
  return panel(page).getByRole('group', { name: text })
}

export async function mark(page: Page, text: string, as: 'Seen' | 'Partly' | 'Missed'): Promise<void> {
  await openTab(page, 'Checklist')
  await checklistItem(page, text).getByRole('button', { name: as }).click()
}

export async function takeNote(page: Page, text: string): Promise<void> {
  await openTab(page, 'Notes')
  const field = panel(page).getByRole('textbox', { name: 'New note' })
  await field.fill(text)
  await field.press('Enter')
}

/** What a candidate or an observer has been shown since the prompt, in order. */
export function revealed(page: Page): Locator {
  return panel(page).getByRole('list', { name: 'Revealed since' }).getByRole('listitem')
}

/** Plays the nth constraint card, from 0. */
export async function playConstraint(page: Page, n: number): Promise<void> {
  await openTab(page, 'Follow-ups')
  await panel(page)
    .getByRole('region', { name: 'Constraint cards' })
    .getByRole('listitem')
    .nth(n)
    .getByRole('button', { name: 'Play' })
    .click()
}
