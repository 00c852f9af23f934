import { randomBytes } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chromium, type Browser, type Page } from 'playwright-core'
import sharp from 'sharp'
import { phonePage } from '../../build/phone-page.ts'
import type { RawPage } from '../../main/scanning/drivers/driver.ts'
import { openPhoneDoor, type OpenPhoneDoor } from '../../main/scanning/phone/phone-door.ts'

const DESK = 'máy quầy 2'
/** Where the sheet lies in the made photograph, in shares of it. */
const SHEET = [[0.2, 0.12], [0.9, 0.2], [0.8, 0.92], [0.1, 0.84]] as const

const REQUEST_BEGINS = 'http.server.request.start'

let folder: string
let pageFile: string
let browser: Browser
let door: OpenPhoneDoor
let pages: RawPage[]

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phone-flow-'))
  pageFile = await phonePage(folder)
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
})
test.afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})
test.beforeEach(async () => {
  const opened = await openPhoneDoor({ pageFile, desk: 'Quầy 2', now: Date.now, randomBytes, qrSvg: text => text, addresses: async () => ['127.0.0.1'] })
  if (!opened.ok) throw new Error(opened.problem.code)
  door = opened.value
  pages = []
  void keepAll(door, pages)
})
test.afterEach(async () => { await door.close() })

test('a photograph is cut out, sent and kept, and nothing stands in the way of a reader', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await expect(page.getByRole('status')).toHaveText(`Đã nối với ${DESK}. Bấm “Chụp một tờ”.`)
  expect(await violations(page)).toEqual([])
  const camera = page.waitForEvent('filechooser')
  await page.getByText('Chụp một tờ', { exact: true }).tap()
  await (await camera).setFiles(await photograph('one.jpg'))
  await expect(page.getByRole('status')).toContainText('Đã tìm thấy tờ giấy')
  expect(await violations(page)).toEqual([])
  await expect(page.getByRole('button', { name: /^Góc trên bên trái, ngang (19|20|21) %, dọc (11|12|13) %/ })).toBeVisible()
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.getByRole('status')).toHaveText(`Ảnh 1 đã lưu trên ${DESK}`)
  expect(await violations(page)).toEqual([])
  expect(pages.map(({ dpi, side, isPhoto }) => [dpi, side, isPhoto])).toEqual([[null, 'front', true]])
  const { data, info } = await sharp(pages[0]?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(Math.max(info.width, info.height)).toBe(2500)
  const at = (x: number, y: number): string => {
    const first = (Math.round(y * info.height) * info.width + Math.round(x * info.width)) * 3
    return nearest([...data.subarray(first, first + 3)])
  }
  expect([at(0.1, 0.1), at(0.9, 0.1), at(0.9, 0.9), at(0.03, 0.97)]).toEqual(['red', 'green', 'blue', 'white'])
  await page.getByRole('button', { name: 'Xong' }).click()
  await expect(page.getByRole('status')).toContainText(`Xong. 1 ảnh đã lưu trên ${DESK}.`)
})

test('with keys alone: corners by arrows, the whole picture, several from the album', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await page.locator('#picker').setInputFiles([await plain('desk.jpg'), await photograph('two.jpg')])
  await expect(page.getByRole('status')).toContainText('Kéo bốn góc cho khít tờ giấy')
  await expect(page.getByText('Còn 1 ảnh chờ xem.')).toBeVisible()
  const corner = page.getByRole('button', { name: /^Góc dưới bên phải/ })
  await corner.focus()
  for (const key of ['ArrowLeft', 'Shift+ArrowLeft', 'ArrowDown']) await page.keyboard.press(key)
  await expect(corner).toHaveAccessibleName(/ngang 86 %, dọc 93 %/)
  await page.getByRole('button', { name: 'Lấy cả ảnh' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Gửi ảnh này' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Ảnh 1 đã lưu trên ${DESK}`).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gửi ảnh này' })).toBeVisible()
  await page.getByRole('button', { name: 'Gửi ảnh này' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Ảnh 2 đã lưu trên ${DESK}`).first()).toBeVisible()
  const shapes = await Promise.all(pages.map(({ bytes }) => sharp(bytes).metadata()))
  expect(shapes.map(({ width, height }) => [width, height])).toEqual([[1600, 1200], [expect.any(Number), 2500]])
})

test('an ID card cut out on the phone says how large it is, so that the PC covers it', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await page.locator('#camera').setInputFiles(await card('card.jpg'))
  await expect(page.getByRole('status')).toContainText('Đã tìm thấy tờ giấy')
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.getByRole('status')).toHaveText(`Ảnh 1 đã lưu trên ${DESK}`)
  const { width = 0, height = 0, density = 0 } = await sharp(pages[0]?.bytes).metadata()
  // ISO/IEC 7810 ID-1, and what shared/people/card-page.ts allows a crop to be out by.
  expect(Math.abs(width / density * 25.4 - 85.6)).toBeLessThan(6)
  expect(Math.abs(height / density * 25.4 - 54)).toBeLessThan(6)
})

test('a corner follows the finger, and corners that cross are not sent', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await page.locator('#camera').setInputFiles(await plain('desk.jpg'))
  const corner = page.getByRole('button', { name: /^Góc trên bên trái/ })
  const [box, table] = [await corner.boundingBox(), await page.locator('#table').boundingBox()]
  if (box === null || table === null) throw new Error('No corner')
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(table.x + table.width * 0.95, table.y + table.height * 0.95, { steps: 5 })
  await page.mouse.up()
  await expect(corner).toHaveAccessibleName(/ngang 95 %, dọc 95 %/)
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.getByRole('status')).toContainText('Bốn góc đang chéo nhau')
  expect(pages).toEqual([])
})

test('a second phone is told to wait, and comes in when the first is done', async () => {
  const first = await phone()
  await first.goto(door.door().address)
  await expect(first.getByRole('status')).toContainText('Đã nối')
  const second = await phone()
  await second.goto(door.door().address)
  await expect(second.getByRole('status')).toContainText('Một điện thoại khác đang gửi ảnh')
  expect(await violations(second)).toEqual([])
  await first.getByRole('button', { name: 'Xong' }).click()
  await expect(first.getByRole('status')).toContainText('Xong.')
  await second.getByRole('button', { name: 'Thử lại' }).click()
  await expect(second.getByRole('status')).toContainText('Đã nối')
  await first.reload()
  await expect(first.getByRole('status')).toContainText('Một điện thoại khác đang gửi ảnh')
})

test('a wrong address opens nothing, a wrong key says the door is closed, no key says to look at the code again', async () => {
  const page = await phone()
  const address = new URL(door.door().address)
  expect((await page.goto(`${address.origin}/${'A'.repeat(22)}${address.hash}`))?.status()).toBe(404)
  await page.goto(`${address.origin}${address.pathname}#${randomBytes(32).toString('base64url')}`)
  await expect(page.getByRole('status')).toContainText('Cửa này đã đóng')
  await page.goto('about:blank')
  await page.goto(`${address.origin}${address.pathname}`)
  await expect(page.getByRole('status')).toContainText('Địa chỉ này thiếu một phần')
})

test('an upload that is cut in the middle goes on by itself and gives one page', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await expect(page.getByRole('status')).toContainText('Đã nối')
  const network = await page.context().newCDPSession(page)
  const line = (offline: boolean, uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput })
  await line(false, 100_000)
  await page.locator('#camera').setInputFiles(await photograph('three.jpg', 'noisy'))
  const cutting = cutUploads()
  const sending = page.waitForRequest(request => request.method() === 'PUT')
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await sending
  await cutting.cut
  await line(true, -1)
  await expect(page.locator('#photos li')).toHaveText('Ảnh 1 còn trên điện thoại này. Trang tự gửi lại khi có Wi-Fi.')
  expect(pages).toEqual([])
  cutting.stop()
  await line(false, -1)
  await expect(page.getByRole('status')).toHaveText(`Ảnh 1 đã lưu trên ${DESK}`, { timeout: 30_000 })
  expect(pages).toHaveLength(1)
})

test('bytes that were changed on the way are sent again; bytes heard and sent again are the same page; the key is never sent', async () => {
  const page = await phone()
  const heard: { readonly url: string, readonly headers: Record<string, string>, readonly body: Buffer | null }[] = []
  let isFirst = true
  await page.context().route(/\/photos\//, async route => {
    const body = route.request().postDataBuffer()
    heard.push({ url: route.request().url(), headers: route.request().headers(), body })
    if (!isFirst || body === null) return route.continue()
    isFirst = false
    const changed = Buffer.from(body)
    changed[1000] = (changed[1000] ?? 0) ^ 1
    return route.continue({ postData: changed })
  })
  const urls: string[] = []
  page.on('request', request => urls.push(request.url()))
  await page.goto(door.door().address)
  await page.locator('#camera').setInputFiles(await photograph('four.jpg'))
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.getByRole('status')).toHaveText(`Ảnh 1 đã lưu trên ${DESK}`, { timeout: 30_000 })
  expect(heard.length).toBeGreaterThanOrEqual(2)
  const whole = heard.at(-1)
  const again = await fetch(whole?.url ?? '', { method: 'PUT', headers: { 'x-phone': whole?.headers['x-phone'] ?? '' }, body: new Uint8Array(whole?.body ?? []) })
  expect(again.status).toBe(200)
  expect(pages).toHaveLength(1)
  const key = new URL(door.door().address).hash.slice(1)
  expect(key).toHaveLength(43)
  const said = [...urls.filter(url => !url.includes('#')), ...heard.map(({ url, headers }) => `${url.split('#')[0] ?? ''} ${JSON.stringify(headers)}`)]
  expect(said.filter(text => text.includes(key))).toEqual([])
  expect(heard.filter(({ body }) => body?.includes(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])) ?? false)).toEqual([])
})

test('a page that comes back is the same phone, and a closed door is said', async () => {
  const page = await phone()
  await page.goto(door.door().address)
  await page.locator('#camera').setInputFiles(await photograph('five.jpg'))
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.getByRole('status')).toHaveText(`Ảnh 1 đã lưu trên ${DESK}`)
  await page.reload()
  await expect(page.getByRole('status')).toHaveText(`Đã nối lại với ${DESK}. 1 ảnh đã lưu ở đó.`)
  await door.close()
  await page.locator('#camera').setInputFiles(await photograph('six.jpg'))
  await page.getByRole('button', { name: 'Gửi ảnh này' }).click()
  await expect(page.locator('#photos li').first()).toHaveText('Ảnh 2 còn trên điện thoại này. Trang tự gửi lại khi có Wi-Fi.')
})

/** As a driver's sides are kept: the next is asked for when the last is on disk. */
async function keepAll({ photos }: OpenPhoneDoor, into: RawPage[]): Promise<void> {
  for (let turn = await photos.next(); turn.done !== true; turn = await photos.next()) into.push(turn.value)
}

/** Pulls the line under every photograph in its middle, until it is told to stop; `cut` resolves with the first. */
function cutUploads(): { readonly cut: Promise<void>, readonly stop: () => void } {
  const cut = Promise.withResolvers<void>()
  const pull = (message: unknown): void => {
    const { request, socket } = message as { readonly request: IncomingMessage, readonly socket: Socket }
    if (request.method !== 'PUT') return
    // At the first piece after the one it began in: a piece is 64 kB at most, and this photograph is longer than two.
    socket.once('data', () => {
      socket.destroy()
      cut.resolve()
    })
  }
  subscribe(REQUEST_BEGINS, pull)
  return { cut: cut.promise, stop: () => { unsubscribe(REQUEST_BEGINS, pull) } }
}

/** An ordinary phone, with the page held to its own rules. */
async function phone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true })
  return context.newPage()
}

async function violations(page: Page): Promise<readonly string[]> {
  const axe = await readFile(join(createRequire(import.meta.url).resolve('axe-core'), '../axe.min.js'), 'utf8')
  await page.evaluate(axe)
  return page.evaluate<readonly string[]>('axe.run().then(found => found.violations.map(one => one.id))')
}

/** A white sheet with lines and a coloured mark in three corners, askew on a wooden desk. */
async function photograph(name: string, grain: 'plain' | 'noisy' = 'plain'): Promise<string> {
  const at = (u: number, v: number): string => {
    const share = (i: 0 | 1): number => {
      const [a, b, c, d] = SHEET
      return (1 - u) * (1 - v) * a[i] + u * (1 - v) * b[i] + u * v * c[i] + (1 - u) * v * d[i]
    }
    return `${share(0) * 1000},${share(1) * 1000}`
  }
  const patch = (u: number, v: number, size: number, colour: string): string =>
    `<polygon points="${at(u, v)} ${at(u + size, v)} ${at(u + size, v + size)} ${at(u, v + size)}" fill="${colour}"/>`
  const lines = Array.from({ length: 12 }, (_, i) => `<polyline points="${at(0.2, 0.2 + i * 0.05)} ${at(0.8, 0.2 + i * 0.05)}" stroke="#222" stroke-width="5"/>`)
  const drawing = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="4000" viewBox="0 0 1000 1000" preserveAspectRatio="none">
    <rect width="1000" height="1000" fill="#7a6247"/>${patch(0, 0, 1, '#f4f2ec')}${lines.join('')}
    ${patch(0.05, 0.05, 0.1, '#d22')}${patch(0.85, 0.05, 0.1, '#2a2')}${patch(0.85, 0.85, 0.1, '#22d')}</svg>`))
  const noise = { create: { width: 3000, height: 4000, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 40, sigma: 30 } } } as const
  if (grain === 'noisy') drawing.composite([{ input: noise, blend: 'screen' }])
  await drawing.jpeg({ quality: 85 }).toFile(join(folder, name))
  return join(folder, name)
}

/** An ID card lying on the same desk. */
async function card(name: string): Promise<string> {
  const drawing = '<rect width="1600" height="1200" fill="#5a4632"/><rect x="300" y="320" width="951" height="600" rx="35" fill="#dfe9e2"/>'
  await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${drawing}</svg>`)).jpeg().toFile(join(folder, name))
  return join(folder, name)
}

/** A picture with no sheet in it. */
async function plain(name: string): Promise<string> {
  await writeFile(join(folder, name), await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#6b5a48' } }).jpeg().toBuffer())
  return join(folder, name)
}

function nearest([r = 0, g = 0, b = 0]: readonly number[]): string {
  if (Math.min(r, g, b) > 200) return 'white'
  return r > g && r > b ? 'red' : g > b ? 'green' : 'blue'
}
