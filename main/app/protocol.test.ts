import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answer } from './protocol.ts'

const base = mkdtempSync(join(tmpdir(), 'window-'))
const folder = join(base, 'renderer')
mkdirSync(folder)
writeFileSync(join(folder, 'index.html'), '<p>Một Cửa</p>')
writeFileSync(join(folder, 'notes.txt'), 'x')
writeFileSync(join(base, 'secret.html'), 'secret')
afterAll(() => { rmSync(base, { recursive: true }) })

test('a page comes with a policy that runs our own scripts and no others', async () => {
  const response = await answer({ method: 'GET', url: 'app://mot-cua/' }, folder)
  expect([response.status, await response.text()]).toEqual([200, '<p>Một Cửa</p>'])
  const policy = response.headers.get('content-security-policy')?.split('; ')
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("default-src 'none'")
  expect(policy?.filter(line => line.startsWith('script') && line.includes('unsafe'))).toEqual([])
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('what is not a part of the window is not there', async () => {
  const urls = ['app://mot-cua/none.js', 'app://mot-cua/notes.txt', 'app://mot-cua/%2e%2e%2fsecret.html', 'app://evil/index.html', 'app://mot-cua/assets']
  const answers = await Promise.all(urls.map(url => answer({ method: 'GET', url }, folder)))
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await answer({ method: 'POST', url: 'app://mot-cua/' }, folder)).status).toBe(405)
})
