/** What tokens.css calls accent and on-accent, bad-soft and bad: a picture that leaves the page knows no tokens. */
export const BADGE_COLORS = {
  light: { ground: '#2a55c4', ink: '#ffffff', badGround: '#fde9e7', badInk: '#b1271d' },
  dark: { ground: '#8eaeff', ink: '#0c1630', badGround: '#40201e', badInk: '#ff958c' },
} as const
