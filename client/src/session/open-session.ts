import { boardSchemaHash } from '@drawbar/shared/board/board-schema.ts'
import type { EventEntry } from '@drawbar/shared/log/entry.ts'
import { can } from '@drawbar/shared/people/can.ts'
import { CLOSE_TEXT, closeReason, type CloseReason } from '@drawbar/shared/wire/close-code.ts'
import type { ControlDown } from '@drawbar/shared/wire/control-down.ts'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createStore } from 'zustand/vanilla'
import { participantApi, type ParticipantApi } from './api.ts'
import { BoardKeeper } from './board-keeper.ts'
import { CommandSender } from './command-sender.ts'
import { Connection } from './connection.ts'
import type { Credentials } from './credentials.ts'
import { EventLog } from './event-log.ts'
import { presentPeople, samePeople } from './present-people.ts'
import { nameRememberedRoom } from './remembered-rooms.ts'
import { changesQuestion, RoundReader } from './round-reader.ts'
import type { PlaceToLookAt, Session } from './session.ts'
import { initialState, type SessionState } from './session-state.ts'
import { browserSurroundings, type Surroundings } from './surroundings.ts'

export interface OpenSessionOptions {
  readonly credentials: Credentials
  readonly api?: ParticipantApi
  readonly surroundings?: Surroundings
}

/**
 * After these the copy in this browser must go: the round is over, the board is another one, or the copy holds what the
 * server will never take, and a reload would send it again.
 */
const ENDS_COPY: ReadonlySet<CloseReason> = new Set([
  'sealed',
  'epochChanged',
  'badFrame',
  'tooLarge',
  'invalidRecords',
])

/** Enters the room: loads what this browser kept of the board, connects, and follows the interview. */
export function openSession(options: OpenSessionOptions): Session {
  const { credentials } = options
  const { roundId, participantId, role, token } = credentials
  const surroundings = options.surroundings ?? browserSurroundings()
  const api = options.api ?? participantApi(token)
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ presence: null })
  const state = createStore<SessionState>(() => initialState(credentials))
  const set = (part: Partial<SessionState>) => state.setState(part)
  const log = new EventLog()
  const bringHere = new Set<(place: PlaceToLookAt) => void>()
  const schemaHash = boardSchemaHash()
  const writer = can(role, 'edit-board', 'live').allowed
  const keeper = writer ? BoardKeeper.create({ roundId, participantId, schemaHash, doc, surroundings }) : null
  let left = false

  const commands = new CommandSender({
    post: (command, signal) => api.command(roundId, command, signal),
    surroundings,
    onPending: (pendingCommands) => set({ pendingCommands }),
  })
  const reader = new RoundReader({
    readRound: (signal) => api.round(roundId, signal),
    readQuestion: (signal) => api.question(roundId, signal),
    surroundings,
    onRound: (round) => {
      learnClock(round.serverTime)
      learnEvents(round.events)
      set({ loaded: true, loadFailure: null })
    },
    onQuestion: (question) => {
      set({ question, loadFailure: null })
      const known = question.whole?.question ?? question.presented
      if (known && surroundings.localStorage) {
        nameRememberedRoom(surroundings.localStorage, participantId, known)
      }
    },
    onFailure: (loadFailure) => set({ loadFailure }),
  })
  const connection = new Connection({
    roundId,
    token,
    doc,
    awareness,
    schemaHash,
    epoch: () => keeper?.epoch ?? null,
    surroundings,
    onControl,
    onLine,
    onSave: (save) => {
      set({ save })
      keeper?.setWaiting(save.waiting)
    },
    onClosed,
  })
  const stopPresence = followPresence()
  const stopWarning = surroundings.warnBeforeClosing(() => {
    const { save, status } = state.getState()
    return save.waiting > 0 && status !== 'closed'
  })

  void start()

  async function start(): Promise<void> {
    const kept = await keeper?.load()
    if (left) return
    if (kept?.found) set({ boardFrom: 'local' })
    connection.addWaiting(kept?.waiting ?? 0)
    connection.connect()
    reader.readAll()
  }

  function onLine(up: boolean): void {
    if (state.getState().closed) return
    set(up ? { status: 'online', boardFrom: 'server' } : { status: 'offline' })
    if (!up) return
    commands.hurry()
    reader.readAll()
  }

  function onClosed(code: number): void {
    const reason = closeReason(code) ?? null
    const text = reason ? CLOSE_TEXT[reason] : `The server closed the connection (${code}). Reload the page.`
    set({ status: 'closed', closed: { code, reason, text } })
    if (reason && ENDS_COPY.has(reason)) void keeper?.forget()
    if (reason === 'sealed') reader.readAll()
  }

  function onControl(message: ControlDown): void {
    switch (message.type) {
      case 'hello':
        learnClock(message.serverTime)
        set({ frozen: false })
        if (keeper && message.mayWrite) void keeper.keep(message.epoch)
        return
      case 'event':
        learnEvents([message.entry])
        return
      case 'frozen':
      case 'unfrozen':
        set({ frozen: message.type === 'frozen' })
        return
      case 'repaired':
        set({ lastRepair: { at: surroundings.now(), repairs: message.repairs } })
        return
      case 'board-large':
        set({ boardLarge: true })
        return
      case 'bring-here':
        for (const listener of bringHere) listener(message)
        return
      case 'refused':
        set({ lastRefusal: { at: surroundings.now(), code: message.code, message: message.message } })
        return
      case 'going-away':
        // The close that follows brings its own words, and the way back.
        return
    }
  }

  function learnClock(serverTime: number): void {
    set({ serverOffsetMs: serverTime - surroundings.now() })
  }

  function learnEvents(entries: readonly EventEntry[]): void {
    const added = log.add(entries)
    if (added.length === 0) return
    const { interview } = log
    const me = interview.participants.find(({ id }) => id === participantId) ?? null
    set({ interview, me })
    updatePresent()
    if (state.getState().loaded && added.some(changesQuestion)) reader.readQuestion()
    if (interview.state === 'sealed' && state.getState().save.waiting === 0) void keeper?.forget()
  }

  function updatePresent(): void {
    const { present, me } = state.getState()
    const people = presentPeople({ states: awareness.getStates(), ownClient: doc.clientID, me })
    if (!samePeople(present, people)) set({ present: people })
  }

  function followPresence(): () => void {
    awareness.on('change', updatePresent)
    return () => awareness.off('change', updatePresent)
  }

  return {
    state,
    doc,
    awareness,
    api,
    send: (body) => commands.send(body),
    reload: () => {
      set({ loadFailure: null })
      reader.readAll()
    },
    reconnect: () => connection.reconnect(),
    bringEveryone: (place) => connection.sendControl({ type: 'bring-here', ...place }),
    onBringHere(listener) {
      bringHere.add(listener)
      return () => bringHere.delete(listener)
    },
    setBoard: (board) => set({ board }),
    leave() {
      if (left) return
      left = true
      stopPresence()
      stopWarning()
      commands.leave()
      reader.leave()
      connection.leave()
      awareness.destroy()
      void keeper?.close()
    },
  }
}
