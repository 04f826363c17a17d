import { useEffect, type RefObject } from 'react'

/**
 * Keys of something that lies in tldraw's container. tldraw listens there itself, below React's own listener, so what
 * is handled here is kept from it on the way.
 *
 * @param handle says whether the key was its own
 */
export function useOwnKeys(
  element: RefObject<HTMLElement | null>,
  handle: (event: KeyboardEvent) => boolean,
): void {
  useEffect(() => {
    const owner = element.current
    if (owner === null) return undefined
    const listen = (event: KeyboardEvent) => {
      if (!handle(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    owner.addEventListener('keydown', listen)
    return () => owner.removeEventListener('keydown', listen)
  }, [element, handle])
}
