/** The longest text that is looked at: nobody writes a rate longer. */
const LONGEST = 60

/** "2", "1,200.5", ".5", "1e6", "2k", "1-2 k", "3 million"; perhaps about. */
const ABOUT = String.raw`(?:(?:[~≈<>≤≥]|up to|about|around|max|min|peak|avg|ca)\.?\s?)?`
const DIGITS = String.raw`(?:\d[\d.,_]*|\.\d+)(?: \d{3})*(?:e[+-]?\d+)?`
const SCALE = String.raw`(?:\s?(?:k|mn?|mio|bn?|g|t|thousand|million|billion)(?![a-z]))?`
const NUMBER = `${ABOUT}${DIGITS}${SCALE}(?:\\s?[-–…]\\s?${DIGITS}${SCALE})?`

/** Up to three words, as in "write requests" or "req/user". */
const THINGS = String.raw`(?:\s?[a-zµ]+(?:[\s/][a-z]+){0,2})?`
const TIMES =
  '(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)'
const PER = String.raw`(?:\s?\/\s?|\s(?:per|an?)\s)`

/** Rates that are one word: "rps", "qpm", "iops", "Mbps", "MBps". */
const SHORT = String.raw`\s?(?:(?:r|q|t|w|c|m|e|f|op)p[smhd]|iops|[kmgt]?bps)`

const RATE = new RegExp(`^${NUMBER}(?:${THINGS}${PER}${TIMES}|${SHORT})$`, 'i')

/** Whether a text is a number per time in one of the usual spellings: "2k/s", "≈ 300 req per second", "12.5k rps". */
export function isRateText(text: string): boolean {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ')
  return trimmed.length <= LONGEST && RATE.test(trimmed)
}
