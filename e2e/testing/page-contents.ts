import type { Page } from '@playwright/test'

/** What a browser keeps and shows for a page, each part as bytes. */
export interface PageContents {
  readonly [part: string]: Buffer
}

/** Everything on a page and in its storage: the document, addresses, storages, databases and caches. */
export async function pageContents(page: Page): Promise<PageContents> {
  const parts = await page.evaluate(async () => {
    const binary: string[] = []

    /** Values of a database as JSON; bytes within them are put aside as they are. */
    function readable(_key: string, value: unknown): unknown {
      if (value instanceof ArrayBuffer) return readable('', new Uint8Array(value))
      if (!ArrayBuffer.isView(value)) return value
      binary.push(
        btoa(String.fromCharCode(...new Uint8Array(value.buffer, value.byteOffset, value.byteLength))),
      )
      return '(bytes)'
    }

    function done<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('not readable')))
      })
    }

    async function databases(): Promise<unknown[]> {
      const contents: unknown[] = []
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name))
        for (const store of database.objectStoreNames) {
          const objects = database.transaction(store).objectStore(store)
          contents.push({
            name,
            store,
            keys: await done(objects.getAllKeys()),
            values: await done(objects.getAll()),
          })
        }
        database.close()
      }
      return contents
    }

    async function cached(): Promise<string[]> {
      const contents: string[] = []
      // Pages on plain http have no caches.
      if (!('caches' in window)) return contents
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          contents.push(request.url, (await (await cache.match(request))?.text()) ?? '')
        }
      }
      return contents
    }

    const text = {
      document: document.documentElement.outerHTML,
      fields: JSON.stringify(
        [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
      ),
      address: `${location.href} ${document.title} ${document.referrer} ${JSON.stringify(history.state)}`,
      cookies: document.cookie,
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      databases: JSON.stringify(await databases(), readable),
      caches: JSON.stringify(await cached()),
    }
    return { text, binary }
  })
  const text = Object.entries(parts.text).map(([part, content]) => [part, Buffer.from(content)] as const)
  const binary = parts.binary.map((bytes, index) => [`bytes ${index}`, Buffer.from(bytes, 'base64')] as const)
  return Object.fromEntries([...text, ...binary])
}
