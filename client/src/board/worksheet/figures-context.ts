import type { Figure } from '@drawbar/shared/question/guide.ts'
import { createContext } from 'react'

/** Fetches the guide's figures; rejects when they cannot be had. */
export type LoadFigures = () => Promise<readonly Figure[]>

/** Where worksheets on a canvas get the guide's figures from. Null: none are offered. */
export const FiguresContext = createContext<LoadFigures | null>(null)
