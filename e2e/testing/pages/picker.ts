import { expect, type Page } from '@playwright/test'
import type { CountedKeyboard } from '../counted-keyboard.ts'

/** Opens the picker with its key, types a line and takes the first of what it offers. */
export async function pick(
  page: Page,
  keys: Pick<CountedKeyboard, 'type' | 'press'>,
  line: string,
  { stay = false }: { readonly stay?: boolean | undefined } = {},
): Promise<void> {
  await keys.press('/')
  const input = page.getByRole('dialog').getByRole('combobox')
  await expect(input).toBeFocused()
  await keys.type(line)
  await expect(input).toHaveValue(line)
  await keys.press(stay ? 'Shift+Enter' : 'Enter')
  await expect(input).toHaveCount(0)
}
