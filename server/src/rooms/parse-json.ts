/** The value a text stands for; undefined where it is no JSON. */
export function parseJson(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json)
    return value
  } catch {
    return undefined
  }
}
