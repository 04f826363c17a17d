import { useEffect } from 'react'

const PRODUCT = 'Drawbar'

/** Names the page in the browser's tab for as long as it is on screen. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
    return () => {
      document.title = PRODUCT
    }
  }, [title])
}
