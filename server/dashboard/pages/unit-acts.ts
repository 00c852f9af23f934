import { toString as qrText } from 'qrcode'
import { html } from '../../../shared/base/html.ts'
import { ROLES, type Role } from '../../../shared/users/role.ts'
import { appointUser } from '../../admin/appoint-user.ts'
import { issueCode } from '../../admin/issue-code.ts'
import { resetPin } from '../../admin/reset-pin.ts'
import { revokeDevice } from '../../admin/revoke-device.ts'
import { withdrawCode } from '../../admin/withdraw-code.ts'
import { withdrawUser } from '../../admin/withdraw-user.ts'
import { settled } from '../../projections/growth.ts'
import { go, page, type Answer, type Asked, type Page } from '../page.ts'
import { problemBox, timeText } from '../words.ts'
import type { Problem, Result } from '../../../shared/base/result.ts'

/** A new code, shown this once: typed, as a QR, or as a file. */
export const issueCodePage: Page = {
  method: 'POST', path: '/codes', right: 'device/manage',
  answer: async ({ city, person, form }) => {
    const { unit = '', desk = '', deskNumber = '' } = form
    const issued = await issueCode(city, person, { unit, desk, ...(deskNumber === '' ? {} : { deskNumber: Number(deskNumber) }) })
    if (!issued.ok) return page('Chưa cho mã', html`${problemBox(issued.problem)}${back(unit)}`, 422)
    const { code, expiresAt, text } = issued.value
    const svg = await qrText(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
    const file = `data:application/json;base64,${Buffer.from(text).toString('base64')}`
    return page('Mã ghi danh', html`<p>Mã này chỉ hiện một lần, dùng cho một máy, đến ${timeText(expiresAt)}. Gõ vào máy mới, đưa máy đọc mã quét, hoặc chép tệp.</p>
<p class="code">${code}</p><p><img alt="Mã QR ghi danh" width="260" height="260" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"></p>
<p><a href="${file}" download="ghi-danh.motcua.json">Tải tệp ghi danh</a></p>${back(unit)}`)
  },
}

export const withdrawCodePage: Page = {
  method: 'POST', path: '/codes/withdraw', right: 'device/manage',
  answer: async asked => done(asked, await withdrawCode(asked.city, asked.person, { id: asked.form['id'] ?? '' })),
}

export const revokeDevicePage: Page = {
  method: 'POST', path: '/devices/revoke', right: 'device/manage',
  answer: async asked => {
    const { unit = '', device = '', reason = '' } = asked.form
    return done(asked, await revokeDevice(asked.city, asked.person, { unit, device, reason }))
  },
}

export const appointUserPage: Page = {
  method: 'POST', path: '/users', right: 'user/manage',
  answer: async ({ city, person, form, all }) => {
    const { unit = '', name = '' } = form
    const roles = all('roles').filter((role): role is Role => (ROLES as readonly string[]).includes(role))
    const appointed = await appointUser(city, person, { unit, name, roles })
    return appointed.ok ? pinPage(`Đã cử ${name}`, appointed.value.pin, unit) : page('Chưa cử được', html`${problemBox(appointed.problem)}${back(unit)}`, 422)
  },
}

export const resetPinPage: Page = {
  method: 'POST', path: '/users/pin', right: 'user/manage',
  answer: async ({ city, person, form }) => {
    const { unit = '', id = '' } = form
    const reset = await resetPin(city, person, { unit, id })
    return reset.ok ? pinPage('PIN mới', reset.value.pin, unit) : page('Chưa đổi PIN', html`${problemBox(reset.problem)}${back(unit)}`, 422)
  },
}

export const withdrawUserPage: Page = {
  method: 'POST', path: '/users/withdraw', right: 'user/manage',
  answer: async asked => {
    const { unit = '', id = '', reason = '' } = asked.form
    return done(asked, await withdrawUser(asked.city, asked.person, { unit, id, reason }))
  },
}

function pinPage(title: string, pin: string, unit: string): Answer {
  return page(title, html`<p>PIN đầu tiên, chỉ hiện một lần. Trao tận tay, người nhận đổi khi đăng nhập.</p><p class="code">${pin}</p>${back(unit)}`)
}

function back(unit: string) {
  return html`<p><a href="/units/${unit}">Về trang đơn vị</a></p>`
}

async function done({ city, form }: Asked, result: Result<unknown, Problem>): Promise<Answer> {
  const unit = form['unit'] ?? ''
  if (!result.ok) return page('Chưa làm được', html`${problemBox(result.problem)}${back(unit)}`, 422)
  await settled(city)
  return go(`/units/${unit}`)
}
