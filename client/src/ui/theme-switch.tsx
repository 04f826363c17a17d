import { Moon, Sun } from 'lucide-react'
import { IconButton } from './icon-button.tsx'
import { chooseTheme, useTheme } from './theme.ts'

/** Turns light into dark and back; the choice is remembered in this browser. */
export function ThemeSwitch() {
  const theme = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  const Icon = theme === 'dark' ? Sun : Moon
  return (
    <IconButton label={`Use the ${other} theme`} onClick={() => chooseTheme(other)}>
      <Icon size={16} aria-hidden />
    </IconButton>
  )
}
