import { type BrowserContext, chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '@/tests/support/chromium'
import { percentile } from './clock'

export type Paint = { page: string; firstPaint: number; latest: number; shift: number }
type Load = Omit<Paint, 'page' | 'latest'>

/** Loads of each page; the median and the slowest are told, and the worst shift. */
const LOADS = 9
const SLOWER = 4
/** Until panels that come late have come, and moved what they move. */
const SETTLED_MS = 1500

/** Runs in the page as text: what compiles this file would add names the page does not know. */
const MEASURE = `new Promise((tell) => {
  let [firstPaint, shift] = [NaN, 0]
  const read = (list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'first-contentful-paint') firstPaint = entry.startTime
      if (entry.entryType === 'layout-shift') shift += entry.value
    }
  }
  for (const type of ['paint', 'layout-shift']) new PerformanceObserver(read).observe({ type, buffered: true })
  setTimeout(() => tell({ firstPaint, shift }), 200)
})`

/**
 * First contentful paint in ms on a processor slowed four times, and how much of the page moved while it came
 * (cumulative layout shift, as the Layout Instability specification scores it), in Chromium at 1280 × 800.
 */
export async function benchPaint(
  base: string,
  visits: { email: string; password: string; pages: string[] }[],
): Promise<Paint[]> {
  const browser = await chromium.launch({ executablePath: findChromium().path, args: CHROMIUM_ARGS })
  const paints: Paint[] = []
  try {
    for (const { email, password, pages } of visits) {
      const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 800 } })
      await signIn(context, email, password)
      for (const page of pages) {
        const loads: Load[] = []
        for (let load = 0; load < LOADS; load++) loads.push(await paintOf(context, page))
        const first = loads.map(({ firstPaint }) => firstPaint)
        const shift = Math.max(...loads.map((load) => load.shift))
        paints.push({ page, firstPaint: percentile(first, 0.5), latest: Math.max(...first), shift })
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return paints
}

async function signIn({ request }: BrowserContext, email: string, password: string) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const form = { csrfToken, email, password, json: 'true' }
  const answer = await request.post('/api/auth/callback/credentials', { form })
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`)
}

async function paintOf(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForTimeout(SETTLED_MS)
  const measured = await page.evaluate<Load>(MEASURE)
  await page.close()
  return measured
}
