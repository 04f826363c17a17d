import { useEffect, useState } from 'react'

/** Something that is opened when a component appears and must be closed when it goes. */
export interface Closable {
  close(): void
}

/** What `open` opens, from after the first paint until the component goes or `open` changes; null in between. */
export function useOpened<T extends Closable>(open: () => T): T | null {
  const [opened, setOpened] = useState<T | null>(null)
  useEffect(() => {
    const mine = open()
    // Rendering may happen twice or for nothing; opening sockets, listeners and images may not.
    // oxlint-disable-next-line react/set-state-in-effect
    setOpened(mine)
    return () => {
      setOpened(null)
      mine.close()
    }
  }, [open])
  return opened
}
