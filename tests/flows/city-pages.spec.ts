import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { chromium } from 'playwright-core'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { appointCityUser } from '../../server/admin/appoint-city-user.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { enrolDevice } from '../../server/sync/enrol-device.ts'
import { receivedActs, subjectOf } from '../builders/city-acts.ts'
import { openTestCity } from '../builders/city.ts'
import { pretendPc } from '../builders/pretend-pc.ts'

const AT = '2026-11-25T02:00:00.000Z'
const UNIT = '31120'
const PASSWORD = 'mật khẩu dài để thử 1'

test('an administrator signs in, sees the city, admits a PC, and nothing stands in the way of a reader', async () => {
  const world = await openTestCity({ at: AT })
  const code = await issueCode(world.city, THE_CITY, { unit: UNIT, desk: 'Quầy 1' })
  const pc = pretendPc('pc-own')
  if (!code.ok || !(await enrolDevice(world.city, pc.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
  for (let nth = 1; nth <= 20; nth += 1) pc.write(receivedActs(nth, AT), AT)
  await pc.hand(world.city)
  await appointCityUser(world.city, THE_CITY, { name: 'Lê Quản Trị', signInName: 'quantri', role: 'administrator', unit: null, password: PASSWORD })
  await world.settled()
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    // The rules of the page itself would keep the checker out; the pages are shown without a script all the same.
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, bypassCSP: true })
    const axe = await readFile(join(createRequire(import.meta.url).resolve('axe-core'), '../axe.min.js'), 'utf8')
    const violations = async (): Promise<readonly string[]> => {
      await page.evaluate(axe)
      return page.evaluate<readonly string[]>('axe.run().then(found => found.violations.map(one => one.id))')
    }
    await page.goto(address)
    expect(await violations()).toEqual([])
    await page.getByLabel('Tên đăng nhập').fill('quantri')
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tình hình 103 đơn vị')
    const places = ['/', `/units/${UNIT}`, `/dossiers/${UNIT}/${subjectOf(1)}`, '/search?q=am+tran', '/devices', '/people', '/quarantine', '/publish',
      '/city-people', '/statements?code=ABCD', '/figures', '/reports?month=2026-11', '/reports?form=II.07b&month=2026-11']
    for (const place of places) {
      await page.goto(address + place)
      expect([place, await violations()]).toEqual([place, []])
    }
    await page.goto(`${address}/units/${UNIT}`)
    await page.getByLabel('Tên quầy').fill('Quầy 2')
    await page.getByRole('button', { name: 'Cho mã' }).click()
    const shown = await page.locator('.code').innerText()
    expect((await enrolDevice(world.city, pretendPc('pc-two').enrolBy(shown))).ok).toBe(true)
    await page.goto(`${address}/search?q=am+tran`)
    await expect(page.locator('tbody tr')).toHaveCount(20)
  } finally {
    await browser.close()
    await world.close()
  }
})
