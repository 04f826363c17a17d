/** Words as checks compare them: lower case, letters and digits only. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
}

/** Every run of `length` words, joined by single spaces, in order. */
export function runsOf(words: readonly string[], length: number): string[] {
  const runs: string[] = []
  for (let at = 0; at + length <= words.length; at += 1) runs.push(words.slice(at, at + length).join(' '))
  return runs
}

/** Words that carry meaning, each in a crude stem so that "lease", "leases" and "leased" are one. */
export function contentWords(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 3 && !COMMON.has(word))
      .map(stem),
  )
}

function stem(word: string): string {
  return word.replace(/(ing|ed|es|s|e)$/, '')
}

const COMMON: ReadonlySet<string> = new Set(
  `about above after again against also always another because been before being below between both cannot could does
  doing done down during each either else even every from further give given gives have having here into itself just
  keep keeps know known least less like made make makes many might more most much must need needs neither never next
  none nothing once only other others over own rather same says shall should since some still such take taken takes than
  that their them then there these they thing things this those through till under until upon very want wants well were
  what when where whether which while whole whom whose will with within without would your yours`.split(
    /\s+/,
  ),
)
