import { useSessionState } from '../../session/use-session.ts'
import { planMermaid } from '../exchange/plan-mermaid.ts'
import { StarterOffer } from './starter-offer.tsx'

/** Ways to begin, with what the round's question brings along once it has been presented. */
export function RoundStarter() {
  const starter = useSessionState(({ question }) => question?.presented?.starter)
  return <StarterOffer starter={starter} planMermaid={planMermaid} />
}
