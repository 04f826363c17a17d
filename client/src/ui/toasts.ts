import { createStore } from 'zustand/vanilla'

export interface Toast {
  readonly id: number
  readonly tone: 'neutral' | 'bad'
  /** What happened. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly detail: string | null
  readonly action: { readonly name: string; readonly run: () => void } | null
}

export interface NewToast {
  readonly tone?: Toast['tone']
  readonly title: string
  readonly detail?: string | null
  readonly action?: Toast['action']
}

/** More at once would cover the page. */
const MOST_TOASTS = 3

/** The toasts on screen, oldest first. */
export const toasts = createStore<readonly Toast[]>(() => [])

let lastId = 0

/** Shows a toast; one that says the same takes the older one's place. Returns the way to take it back. */
export function addToast({ tone = 'neutral', title, detail = null, action = null }: NewToast): () => void {
  lastId += 1
  const toast: Toast = { id: lastId, tone, title, detail, action }
  toasts.setState(
    (shown) => [...shown.filter((other) => !sameText(other, toast)), toast].slice(-MOST_TOASTS),
    true,
  )
  return () => removeToast(toast.id)
}

export function removeToast(id: number): void {
  toasts.setState((shown) => shown.filter((toast) => toast.id !== id), true)
}

function sameText(a: Toast, b: Toast): boolean {
  return a.title === b.title && a.detail === b.detail
}
