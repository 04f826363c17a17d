import { useSyncExternalStore } from 'react'

/** What the person chose; `system` until they have. */
export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

const KEY = 'drawbar.theme'
const listeners = new Set<() => void>()

/** Puts the remembered choice on the page. Called once, before the first paint. */
export function applyRememberedTheme(): void {
  apply(themeChoice())
}

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, choice)
  apply(choice)
  for (const listener of listeners) listener()
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice)
}

/** The theme on screen: the choice, or what the system prefers. For parts that cannot read CSS, as the canvas. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme)
}

function currentTheme(): Theme {
  const choice = themeChoice()
  if (choice !== 'system') return choice
  return prefersDark().matches ? 'dark' : 'light'
}

function apply(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

function subscribe(listener: () => void): () => void {
  const media = prefersDark()
  const onStorage = (event: StorageEvent): void => {
    if (event.key !== KEY) return
    apply(themeChoice())
    listener()
  }
  listeners.add(listener)
  media.addEventListener('change', listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    media.removeEventListener('change', listener)
    window.removeEventListener('storage', onStorage)
  }
}

function prefersDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}
