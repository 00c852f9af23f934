import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp, type RunningApp } from '../faults/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'shell-'))
let app: RunningApp

test.beforeAll(async () => { app = await launchApp(folder) })
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('the window has a sandbox, an own world and no Node', async () => {
  const { page } = app
  const node = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(name => name in globalThis))
  expect(node).toEqual([])
  expect(await page.evaluate(() => Object.keys((window as unknown as { keyhole: object }).keyhole).sort())).toEqual(['call', 'on', 'pathsOf'])
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => {
    const { webContents } = window as unknown as { webContents: { getLastWebPreferences(): Record<string, unknown> } }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = webContents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity }
  }))
  const locked = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, webSecurity: true }
  expect(preferences.map(found => ({ ...locked, ...found }))).toEqual(preferences.map(() => locked))
})

test('a text is never run as a program', async () => {
  const { page } = app
  // From a timer: what a debugger evaluates directly is exempt from the policy.
  const told = await page.evaluate(() => new Promise(resolve => setTimeout(() => {
    try {
      resolve(String((0, eval)('1 + 1')))
    } catch (error) {
      resolve(error instanceof EvalError ? 'refused' : 'failed')
    }
  })))
  expect(told).toBe('refused')
  const ran = await page.evaluate(async () => {
    const inline = document.createElement('script')
    inline.textContent = 'window.planted = 1'
    const image = document.createElement('div')
    image.innerHTML = '<img src="x" onerror="window.planted = 2">'
    document.body.append(inline, image)
    const remote = document.createElement('script')
    remote.src = 'data:text/javascript,window.planted=3'
    const over = new Promise(resolve => { remote.onload = remote.onerror = resolve })
    document.body.append(remote)
    await over
    inline.remove()
    image.remove()
    remote.remove()
    return 'planted' in window
  })
  expect(ran).toBe(false)
})

test('nobody leaves the page', async () => {
  const { page } = app
  const here = page.url()
  for (const place of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://evil/index.html', 'javascript:window.planted=4']) {
    await page.evaluate(address => { location.href = address }, place)
  }
  expect(await page.evaluate(() => [location.href, 'planted' in window])).toEqual([here, false])
})

test('nobody opens another window', async () => {
  const { page } = app
  const opened = await page.evaluate(() => [window.open('https://example.com/'), window.open('about:blank'), window.open(location.href)])
  expect(opened).toEqual([null, null, null])
  const visible = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().filter(window => window.isVisible()).length)
  expect(visible).toBe(1)
})

test('every permission is denied, and so is every road to a network', async () => {
  const { page } = app
  const states = await page.evaluate(async () => Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
    .map(async name => (await navigator.permissions.query({ name: name as PermissionName })).state)))
  expect(states).toEqual(states.map(() => 'denied'))
  const went = await page.evaluate(async () => Promise.allSettled([
    navigator.mediaDevices.getUserMedia({ audio: true }),
    fetch('https://example.com/'),
    fetch('http://127.0.0.1:9/'),
    fetch('file:///etc/passwd'),
  ]).then(results => results.map(({ status }) => status)))
  expect(went).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  const byMain = await app.electron.evaluate(({ session }) => session.defaultSession.fetch('http://127.0.0.1:9/').then(() => 'went', (error: Error) => error.message))
  expect(byMain).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('the protocol gives out the window and nothing beside it', async () => {
  const statuses = await app.page.evaluate(async () => Promise.all(['/index.html', '/../main/main.js', '/%2e%2e%2fmain/main.js', '/%2e%2e%2fcatalogue.json', '/none.js']
    .map(async path => (await fetch(path)).status)))
  expect(statuses).toEqual([200, 404, 404, 404, 404])
})

test('files a person gave have a path, files a page made have none', async () => {
  const { page } = app
  const file = join(folder, 'Giấy khai sinh.pdf')
  writeFileSync(file, '%PDF-')
  const field = await page.evaluateHandle(() => {
    const made = document.createElement('input')
    made.type = 'file'
    document.body.append(made)
    return made
  })
  await field.setInputFiles(file)
  const paths = await field.evaluate(given => {
    const { keyhole } = window as unknown as { keyhole: { pathsOf: (files: readonly File[]) => readonly string[] } }
    const found = keyhole.pathsOf([...given.files ?? [], new File(['x'], '/etc/passwd')])
    given.remove()
    return found
  })
  expect(paths).toEqual([file])
})

test('a frame that is not ours has no keyhole, and its call is refused', async () => {
  const { page } = app
  const keyhole = await page.evaluate(() => new Promise<string>(resolve => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>stranger</p>'
    frame.onload = () => {
      resolve(typeof (frame.contentWindow as unknown as { keyhole?: unknown }).keyhole)
      frame.remove()
    }
    document.body.append(frame)
  }))
  expect(keyhole).toBe('undefined')
  // A stranger that was given the keyhole all the same: another window of this program, showing a page that is not ours.
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    await stranger.loadURL('data:text/html,stranger')
    const told = await stranger.webContents.executeJavaScript("keyhole.call('session.names', []).then(() => 'answered', error => error.message)") as string
    stranger.destroy()
    return told
  }, join(process.cwd(), 'dist/preload/preload.cjs'))
  expect(answer).toContain('called by a stranger')
})

test('an unknown question and a wrong one end in words, not in a crash', async () => {
  const asked = await app.page.evaluate(async () => {
    const { keyhole } = window as unknown as { keyhole: { call: (channel: string, args: readonly unknown[]) => Promise<unknown> } }
    const answers = [['desk.explode', []], ['desk.do', []], ['desk.do', [null]], ['desk.do', [{ verb: 'x' }]], ['session.signIn', [1, {}]], ['journal.actsOf', [{}]]] as const
    return Promise.all(answers.map(async ([channel, args]) => keyhole.call(channel, args).then(answer => JSON.stringify(answer), () => 'rejected')))
  })
  expect(asked[0]).toBe('rejected')
  expect(asked.join('\n')).not.toMatch(/ {4}at |\.js:\d/)
  expect(await app.page.evaluate(() => document.readyState)).toBe('complete')
})
