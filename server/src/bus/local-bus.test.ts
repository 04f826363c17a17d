import { busContract } from './bus.contract.ts'
import { createLocalHub } from './local-bus.ts'

busContract('local', async () => {
  const hub = createLocalHub()
  return { join: async () => hub.join(), settled: async () => {}, dispose: async () => {} }
})
