import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { openTab, panel } from './panel.ts'

export async function startDebrief(page: Page): Promise<void> {
  await openTab(page, 'Run')
  await panel(page).getByRole('button', { name: 'Start the debrief' }).click()
}

/** Ends the interview and confirms it. */
export async function endInterview(page: Page): Promise<void> {
  await openTab(page, 'Run')
  await panel(page).getByRole('button', { name: 'End the interview…' }).click()
  const dialog = page.getByRole('dialog', { name: 'End the interview?' })
  await dialog.getByRole('button', { name: 'End interview' }).click()
}

/** Waits until the record is on screen; everyone is led there when the round is sealed. */
export async function recordIsOpen(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/record$/)
  await expect(page.getByRole('button', { name: 'Download ZIP' })).toBeVisible()
}

export interface Sharing {
  readonly notes: readonly string[]
  readonly message: string
}

export function shareDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Share with the candidate' })
}

/** Chooses what the candidate's copy shows, looks at the preview, and updates the copy. */
export async function shareWithCandidate(
  page: Page,
  { notes, message }: Sharing,
  lookAtPreview: () => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name: 'Share with candidate' }).click()
  const dialog = shareDialog(page)
  for (const note of notes) await dialog.getByRole('checkbox', { name: note }).check()
  await dialog.getByRole('textbox', { name: 'A few words to the candidate' }).fill(message)
  await lookAtPreview()
  await dialog.getByRole('button', { name: 'Update their copy' }).click()
  await expect(dialog).toBeHidden()
}

/** Downloads the record as a browser does; answers the bytes of the ZIP. */
export async function downloadZip(page: Page): Promise<Buffer> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download ZIP' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/^drawbar-.*\.zip$/)
  const bytes = await readFile(await download.path())
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  return bytes
}
