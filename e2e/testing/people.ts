import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from '@playwright/test'

/** Somebody in front of a browser of their own. */
export interface Person {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
}

/** Everyone in a test. Whatever goes wrong in anyone's browser without being seen on a page is kept as trouble. */
export interface People extends AsyncDisposable {
  come(name: string, options?: BrowserContextOptions): Promise<Person>
  /** Pages may talk to this address as well. */
  allow(url: string): void
  /** Requests to other hosts, uncaught errors and refusals by the page's own security policy, each with its person. */
  readonly trouble: readonly string[]
}

/** `urls` are the addresses a page may talk to; every request to another host or port is trouble. */
export function gatherPeople(browser: Browser, urls: readonly string[]): People {
  const hosts = new Set(urls.map((url) => new URL(url).host))
  const trouble: string[] = []
  const contexts: BrowserContext[] = []
  return {
    trouble,
    allow: (url) => void hosts.add(new URL(url).host),
    async come(name, options) {
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
      })
      contexts.push(context)
      watch({ context, hosts, report: (what) => trouble.push(`${name}: ${what}`) })
      return { name, context, page: await context.newPage() }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(contexts.map((context) => context.close()))
    },
  }
}

function watch(options: {
  readonly context: BrowserContext
  readonly hosts: ReadonlySet<string>
  readonly report: (what: string) => void
}): void {
  const { context, hosts, report } = options
  const isOurs = (address: string) => {
    const { protocol, host } = new URL(address)
    return ['data:', 'blob:', 'about:', 'file:'].includes(protocol) || hosts.has(host)
  }
  context.on('request', (request: Request) => {
    if (!isOurs(request.url())) report(`asked for ${request.url()}`)
  })
  context.on('weberror', (error) => report(`uncaught ${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    if (/content.security.policy|refused to/i.test(message.text())) report(message.text())
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!isOurs(socket.url())) report(`opened a socket to ${socket.url()}`)
    })
  })
}
