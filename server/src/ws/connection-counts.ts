export interface ConnectionBounds {
  readonly connectionsPerAddress: number
  readonly connectionsPerAddressAndRoom: number
  readonly connectionsPerProcess: number
}

/** One connection among those that are counted. */
interface Place {
  /** Counts it to a room as well; false where its address has no place left there, or the connection has ended. */
  enter(roomId: string): boolean
  /** Gives everything back, once. */
  leave(): void
}

/** Counts connections by address and by room, those that are still being admitted included. */
export function createConnectionCounts(bounds: ConnectionBounds) {
  const addresses = createTally(bounds.connectionsPerAddress)
  const shares = createTally(bounds.connectionsPerAddressAndRoom)
  let all = 0

  return {
    get all() {
      return all
    },
    /** Takes a place; undefined where there is none left. */
    take(address: string): Place | undefined {
      if (all >= bounds.connectionsPerProcess || !addresses.add(address)) return undefined
      all += 1
      const entered: string[] = []
      let held = true
      return {
        enter(roomId) {
          // No id of ours has a space in it.
          const share = `${roomId} ${address}`
          if (!held || !shares.add(share)) return false
          entered.push(share)
          return true
        },
        leave() {
          if (!held) return
          held = false
          all -= 1
          addresses.remove(address)
          for (const share of entered) shares.remove(share)
        },
      }
    },
  }
}

/** Counts by key, and keeps no key of which there is nothing. */
function createTally(most: number) {
  const counts = new Map<string, number>()
  return {
    /** False, and nothing counted, where the key has all it may have. */
    add(key: string): boolean {
      const here = counts.get(key) ?? 0
      if (here >= most) return false
      counts.set(key, here + 1)
      return true
    },
    remove(key: string): void {
      const left = (counts.get(key) ?? 1) - 1
      if (left === 0) counts.delete(key)
      else counts.set(key, left)
    },
  }
}
