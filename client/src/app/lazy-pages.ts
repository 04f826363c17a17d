import { lazy } from 'react'

const loadRoom = () => import('./room-page.tsx')
const loadQuestionsPage = () => import('../catalogue/questions-page.tsx')
const loadQuestionPage = () => import('./question-page.tsx')
const loadGuidePage = () => import('../guide/guide-page.tsx')
const loadRecord = () => import('../record/record-page.tsx')

/** Rooms and records bring the canvas with them; the home page does without. */
export const LazyRoomPage = lazy(async () => ({ default: (await loadRoom()).RoomPage }))
export const LazyRecordPage = lazy(async () => ({ default: (await loadRecord()).RecordPage }))

export const LazyQuestionsPage = lazy(async () => ({ default: (await loadQuestionsPage()).QuestionsPage }))
export const LazyQuestionPage = lazy(async () => ({ default: (await loadQuestionPage()).QuestionPage }))
export const LazyGuidePage = lazy(async () => ({ default: (await loadGuidePage()).GuidePage }))

/** Loads the room's code ahead of time. A failure shows where the room is really opened. */
export function preloadRoom(): void {
  loadRoom().catch(() => undefined)
}
