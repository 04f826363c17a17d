import type { Command } from '@drawbar/shared/interview/command.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import type { Participant } from '@drawbar/shared/people/participant.ts'
import type { QuestionView } from '@drawbar/shared/question/question-view.ts'
import type { Question } from '@drawbar/shared/question/question.ts'
import type { RoundPlan } from '@drawbar/shared/question/question-view.ts'
import type { RoundState } from '@drawbar/shared/interview/interview.ts'
import type { CloseCode } from '@drawbar/shared/wire/close-code.ts'
import type { Outcome } from './refusal.ts'

/** What a round needs of a socket. `ws/ws-socket.ts` is the real one, a pair of queues the one of the tests. */
export interface RoundSocket {
  send(frame: Uint8Array): void
  close(code: CloseCode): void
  /** Bytes handed to `send` that have not left this process. */
  readonly buffered: number
}

/** One connection of a participant, as its socket's owner drives it. */
export interface RoundConnection {
  readonly id: string
  readonly participant: Participant
  /** One binary message from the peer. After the connection was closed by either side this does nothing. */
  receive(bytes: Uint8Array): void
  /** The socket is gone. */
  left(): void
}

/** A round that is in memory: what the edges may ask of it. */
export interface LiveRound {
  readonly roundId: string
  readonly roomId: string
  readonly state: RoundState
  readonly question: Question
  readonly plan: RoundPlan
  /** The last committed entry. */
  readonly seq: number

  /** Starts the conversation on a socket: hello, then the sync handshake. Refused when full or draining. */
  connect(participant: Participant, socket: RoundSocket): Outcome<RoundConnection>

  /** Decides a command and answers once its event has committed. The same command id twice is one event. */
  command(participant: Participant, command: Command): Promise<Outcome<{ readonly seq: number }>>

  /** Someone has joined the room; recorded once per participant. */
  joined(participant: Participant): Promise<Outcome<{ readonly seq: number }>>

  /** The committed events this participant may see. */
  eventsFor(participant: Participant): readonly EventEntry[]

  /** What this participant may see of the question now. */
  questionFor(participant: Participant): QuestionView

  /** Closes every connection whose participant no longer passes `stillIn`. */
  dropUnless(stillIn: (participantId: string) => boolean): void
}

/** The live rounds of this process. */
export interface Rounds extends AsyncDisposable {
  /** The round, loaded once however many ask; `not-found` where the store has none, `unavailable` while it cannot load. */
  open(roundId: string): Promise<Outcome<LiveRound>>

  /** Rounds in memory now. */
  readonly live: Iterable<LiveRound>

  /** Stops taking connections, tells everyone, flushes what is unsaved, hangs up staggered over `ms`. */
  drain(ms: number): Promise<void>
}
