import { useEffect, useState, type RefObject } from 'react'

/** An element's size in CSS pixels, kept up to date; null before it has been measured. */
export function useElementSize(
  element: RefObject<HTMLElement | null>,
): { readonly width: number; readonly height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    const measured = element.current
    if (!measured) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return size
}
