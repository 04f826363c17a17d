import { getDefaultColorTheme, type TLDefaultColorStyle } from 'tldraw'

export interface ComponentColors {
  readonly edge: string
  readonly fill: string
  readonly ink: string
  /** Failure, and what is written on it. */
  readonly bad: string
  readonly onBad: string
}

const PAPER = { light: '#ffffff', dark: '#1c2025' } as const

/** A component's colours from tldraw's theme; black stands on paper, every other colour on its own tint. */
export function componentColors(color: TLDefaultColorStyle, isDarkMode: boolean): ComponentColors {
  const theme = getDefaultColorTheme({ isDarkMode })
  const plain = color === 'black' || color === 'white' || color === 'grey'
  return {
    edge: theme[color].solid,
    fill: plain ? (isDarkMode ? PAPER.dark : PAPER.light) : theme[color].semi,
    ink: theme.text,
    bad: isDarkMode ? '#ff7b72' : '#c92a2a',
    onBad: isDarkMode ? '#2b0906' : '#ffffff',
  }
}
