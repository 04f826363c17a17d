export interface ConnectionBounds {
  readonly connectionsPerAddress: number
  readonly connectionsPerProcess: number
}

/** Counts connections by address, those that are still being admitted included. */
export function createConnectionCounts(bounds: ConnectionBounds) {
  const byAddress = new Map<string, number>()
  let all = 0

  return {
    get all() {
      return all
    },
    /** Takes a place and returns the way to give it back, once; undefined where there is none left. */
    take(address: string): (() => void) | undefined {
      const here = byAddress.get(address) ?? 0
      if (all >= bounds.connectionsPerProcess || here >= bounds.connectionsPerAddress) return undefined
      all += 1
      byAddress.set(address, here + 1)
      let held = true
      return () => {
        if (!held) return
        held = false
        all -= 1
        const left = (byAddress.get(address) ?? 1) - 1
        if (left === 0) byAddress.delete(address)
        else byAddress.set(address, left)
      }
    },
  }
}
