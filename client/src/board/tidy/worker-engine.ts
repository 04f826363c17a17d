import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'

/** Lays out in a worker of its own, so that the board keeps moving, and ends the worker with the work. */
export async function workerEngine(graph: ElkNode, signal: AbortSignal): Promise<ElkNode> {
  const worker = new Worker(new URL('./lay-out.worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate(), { once: true })
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(new Error(event.message || 'The layout worker could not be loaded.'))
    })
  })
  try {
    const elk = new ELK({ workerFactory: () => worker, algorithms: ['layered'] })
    return await Promise.race([elk.layout(graph), broken])
  } finally {
    worker.terminate()
  }
}
