import { joinedSchema, type Joined } from '@drawbar/shared/wire/http.ts'
import type { Page } from '@playwright/test'

/** Who a tab is in its room, as a program that took it over would know. */
export async function credentialsOf(page: Page): Promise<Joined> {
  const stored = await page.evaluate(() => Object.entries(sessionStorage))
  const [, text = 'null'] = stored.find(([key]) => key.startsWith('drawbar.credentials.')) ?? []
  return joinedSchema.parse(JSON.parse(text))
}
