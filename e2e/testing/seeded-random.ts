/** Numbers from 0 to 1 that depend on nothing but the seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The seed `DRAWBAR_SEED` names, to repeat a run that failed; else a new one. */
export function chosenSeed(): number {
  const named = process.env['DRAWBAR_SEED']
  return named === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(named)
}
