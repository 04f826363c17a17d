import { expect, type Locator, type Page } from '@playwright/test'

export type InvitedRole = 'Candidate' | 'Observer' | 'Second interviewer'

export function shareSheet(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Invite people' })
}

/** Reads a role's link off the share sheet. */
export async function linkOf(page: Page, role: InvitedRole): Promise<string> {
  const link = shareSheet(page)
    .getByRole('region', { name: role })
    .getByText(/\/r\/\w+#/)
  await expect(link).toBeVisible()
  return (await link.textContent()) ?? ''
}

export async function closeShareSheet(page: Page): Promise<void> {
  await shareSheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(shareSheet(page)).toBeHidden()
}
