import { getDefaultColorTheme, type TLDefaultColorStyle } from 'tldraw'

export interface CardColors {
  readonly paper: string
  readonly header: string
  readonly border: string
  /** Between rows. */
  readonly rule: string
  readonly ink: string
  /** For what is not the content: titles of columns and rows, the kind. */
  readonly quiet: string
}

/** A card's colours: tldraw's for its frame and heading, and ink that is read on all of them. */
export function cardColors(color: TLDefaultColorStyle, isDarkMode: boolean): CardColors {
  const { solid, semi } = getDefaultColorTheme({ isDarkMode })[color]
  return isDarkMode
    ? {
        paper: '#1e2329',
        header: color === 'white' ? '#33373c' : semi,
        border: solid,
        rule: '#343b45',
        ink: '#eceef1',
        quiet: '#b6bec9',
      }
    : {
        paper: '#ffffff',
        header: semi,
        // White paper needs an edge on a white board.
        border: color === 'white' ? '#9fa8b2' : solid,
        rule: '#e0e4ea',
        ink: '#171b21',
        quiet: '#475160',
      }
}
