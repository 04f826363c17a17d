import type { CoverageRule } from './finding.ts'
import { bufferConsumer } from './rules/buffer-consumer.ts'
import { bufferProducer } from './rules/buffer-producer.ts'
import { cacheOnReads } from './rules/cache-on-reads.ts'
import { clientToStore } from './rules/client-to-store.ts'
import { connectionLabels } from './rules/connection-labels.ts'
import { longChain } from './rules/long-chain.ts'
import { monitoring } from './rules/monitoring.ts'
import { oneZone } from './rules/one-zone.ts'
import { reachable } from './rules/reachable.ts'
import { referenceCounterpart } from './rules/reference-counterpart.ts'
import { sharedStore } from './rules/shared-store.ts'
import { singleEntry } from './rules/single-entry.ts'
import { singleStore } from './rules/single-store.ts'
import { thirdPartyCalls } from './rules/third-party-calls.ts'

/** Every rule, in the order of an interview: the way of a request first, then what may fail, then the reference. */
export const COVERAGE_RULES: readonly CoverageRule[] = [
  reachable,
  clientToStore,
  singleEntry,
  longChain,
  cacheOnReads,
  singleStore,
  sharedStore,
  bufferProducer,
  bufferConsumer,
  thirdPartyCalls,
  oneZone,
  monitoring,
  connectionLabels,
  referenceCounterpart,
]
