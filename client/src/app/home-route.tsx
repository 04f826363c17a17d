import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { spoiltQuestions } from '../catalogue/spoilt-questions.ts'
import { HomePage } from '../home/home-page.tsx'
import type { StartChoice } from '../home/start-choice.ts'
import { publicApi } from '../session/api.ts'
import type { ApiFailure } from '../session/api-failure.ts'
import { rememberedRooms } from '../session/remembered-rooms.ts'
import { preloadRoom } from './lazy-pages.ts'
import { path, PLACES } from './path.ts'
import { browserPlaces, enterPlace, forgetPlace } from './places.ts'
import { openDialog } from './room-view.ts'
import { startInterview } from './start-interview.ts'

const api = publicApi()

export function HomeRoute() {
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const [rooms, setRooms] = useState(() => rememberedRooms(localStorage))
  const [spoilt] = useState(() => spoiltQuestions(localStorage))

  async function start(choice: StartChoice): Promise<ApiFailure | null> {
    const outcome = await startInterview({ api, storages: browserPlaces(), now: Date.now }, choice)
    if (!outcome.ok) return outcome.failure
    openDialog(outcome.value.entered ? 'share' : null)
    navigate(path.room(outcome.value.roomId))
    return null
  }

  return (
    <HomePage
      api={api}
      places={PLACES}
      memory={{ rooms, spoilt }}
      wishedId={search.get('question')}
      onStart={start}
      onIntent={preloadRoom}
      onEnter={(room) => {
        enterPlace(browserPlaces(), { room, now: Date.now() })
        navigate(path.room(room.roomId))
      }}
      onForget={(room) => {
        forgetPlace(browserPlaces(), room)
        setRooms(rememberedRooms(localStorage))
      }}
    />
  )
}
