import { chromium } from '@playwright/test'
const flags = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', ...flags] })
const mk = async () => {
  const page = await (await browser.newContext({viewport:{width:1600,height:900}})).newPage()
  await page.setContent('<div style="position:absolute;width:300px;height:300px;background:red" id=a>hello</div>')
  return page
}
const a = await mk(), b = await mk()
const count = (move: boolean) => new Promise<number>((res) => { let n = 0; const t0 = performance.now(); const el = document.getElementById('a')!; const f = () => { n++; if (move) el.style.transform = `translateX(${n % 300}px)`; if (performance.now() - t0 > 1000) res(n); else requestAnimationFrame(f) }; requestAnimationFrame(f); setTimeout(() => res(-n), 3000) })
for (const [name, p] of [['a', a], ['b', b], ['a', a], ['b', b]] as const) {
  console.log(name, 'idle', await p.evaluate(count, false), 'moving', await p.evaluate(count, true), await p.evaluate(() => document.visibilityState + document.hasFocus()))
}
console.log(browser.version())
await browser.close()
