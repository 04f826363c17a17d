/** The known word that is a slip of the pen away, at most every third letter wrong unless told otherwise. */
export function nearestWord(
  word: string,
  known: readonly string[],
  most = Math.floor(word.length / 3),
): string | undefined {
  const wanted = word.toLowerCase()
  let nearest: string | undefined
  let least = most + 1
  for (const one of known) {
    if (Math.abs(one.length - word.length) > most) continue
    const slips = distance(wanted, one.toLowerCase())
    if (slips < least) {
      nearest = one
      least = slips
    }
  }
  return nearest
}

/** Letters to put in, take out or change. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      now.push(Math.min(change, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1))
    }
    before = now
  }
  return before[b.length] ?? 0
}
