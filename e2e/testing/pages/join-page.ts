import type { Person } from '../people.ts'

/** Opens an invitation link and comes in under one's own name. */
export async function joinByLink({ page, name }: Person, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}
