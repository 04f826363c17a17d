import type { Page } from '@playwright/test'

/** A keyboard that counts: each character and each key is one, a modifier held with it one more. */
export class CountedKeyboard {
  presses = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async type(text: string): Promise<void> {
    this.presses += text.length
    await this.#page.keyboard.type(text)
  }

  async press(keys: string): Promise<void> {
    this.presses += keys.split('+').length
    await this.#page.keyboard.press(keys)
  }
}
