import { atom, computed, defaultUserPreferences, type TLUser, type TLUserPreferences } from 'tldraw'
import { z } from 'zod'
import type { Session } from '../session/session.ts'
import type { Theme } from '../ui/theme.ts'

const KEY = 'drawbar.canvas-preferences'

/** How someone likes the canvas to behave; who they are and the colours of the page are decided elsewhere. */
const habitsSchema = z.object({
  animationSpeed: z.number().nullish(),
  areKeyboardShortcutsEnabled: z.boolean().nullish(),
  edgeScrollSpeed: z.number().nullish(),
  isSnapMode: z.boolean().nullish(),
  isWrapMode: z.boolean().nullish(),
  isDynamicSizeMode: z.boolean().nullish(),
  isPasteAtCursorMode: z.boolean().nullish(),
})
type Habits = z.infer<typeof habitsSchema>

export interface BoardUser extends TLUser {
  setTheme(theme: Theme): void
  /** Lets go of the session. */
  close(): void
}

/** The person at this page as tldraw knows them: the participant, with their own habits and the page's theme. */
export function createBoardUser(session: Session, storage: Storage): BoardUser {
  const me = atom('me', session.state.getState().me)
  const theme = atom<Theme>('theme', 'light')
  const habits = atom<Habits>('habits', readHabits(storage))
  const { participantId } = session.state.getState()
  const unsubscribe = session.state.subscribe((state) => me.set(state.me))
  return {
    userPreferences: computed('preferences', (): TLUserPreferences => ({
      ...defaultUserPreferences,
      ...habits.get(),
      id: participantId,
      name: me.get()?.name ?? '',
      color: me.get()?.color ?? defaultUserPreferences.color,
      locale: 'en',
      colorScheme: theme.get(),
    })),
    setUserPreferences(preferences) {
      const parsed = habitsSchema.parse(preferences)
      habits.set(parsed)
      storage.setItem(KEY, JSON.stringify(parsed))
    },
    setTheme(next) {
      theme.set(next)
    },
    close: unsubscribe,
  }
}

function readHabits(storage: Storage): Habits {
  try {
    return habitsSchema.parse(JSON.parse(storage.getItem(KEY) ?? '{}'))
  } catch {
    return {}
  }
}
