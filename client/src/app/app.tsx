import { Route, Switch } from 'wouter'
import '../ui/tokens.css'
import '../ui/reset.css'
import { Toaster } from '../ui/toaster.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { HomeRoute } from './home-route.tsx'
import { NotFound } from './not-found.tsx'
import { PATTERN } from './path.ts'
import { GuideRoute, QuestionRoute, QuestionsRoute } from './question-routes.tsx'
import { RecordRoute, RoomRoute } from './room-route.tsx'

const TOOLTIP_DELAY_MS = 400

/** All pages. */
export function App() {
  return (
    <TooltipProvider delayDuration={TOOLTIP_DELAY_MS}>
      <ErrorBoundary>
        <Switch>
          <Route path={PATTERN.home}>
            <HomeRoute />
          </Route>
          <Route path={PATTERN.questions}>
            <QuestionsRoute />
          </Route>
          <Route path={PATTERN.question}>
            {({ questionId }) => <QuestionRoute key={questionId} questionId={questionId} />}
          </Route>
          <Route path={PATTERN.guide}>
            <GuideRoute />
          </Route>
          <Route path={PATTERN.room}>{({ roomId }) => <RoomRoute roomId={roomId} />}</Route>
          <Route path={PATTERN.record}>{({ roomId }) => <RecordRoute roomId={roomId} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </ErrorBoundary>
      <Toaster />
    </TooltipProvider>
  )
}
