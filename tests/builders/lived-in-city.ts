import { appointCityUser } from '../../server/admin/appoint-city-user.ts'
import { appointUser } from '../../server/admin/appoint-user.ts'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { recordLook } from '../../server/admin/record-look.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import type { City } from '../../server/city.ts'
import { notePage } from '../../server/projections/pages.ts'
import { sha256 } from '../../server/record/sha256.ts'
import { confirm } from '../../server/sync/confirm.ts'
import { enrolDevice } from '../../server/sync/enrol-device.ts'
import type { Result } from '../../shared/base/result.ts'
import { receivedActs, subjectOf } from './city-acts.ts'
import { pretendPc, type PretendPc } from './pretend-pc.ts'

/** Two units, by their codes. */
export const LIVED_IN_UNITS = ['31120', '31135'] as const

const AT = '2026-11-24T02:00:00.000Z'

/** Fills a city with a little of everything it keeps: PCs, people, dossiers, pages, confirmations, lines set aside, looks. */
export async function liveIn(city: City): Promise<readonly PretendPc[]> {
  const pcs = []
  for (const [i, unit] of [...LIVED_IN_UNITS, ...LIVED_IN_UNITS].entries()) pcs.push(await admitPc(city, `pc-${String(i)}`, unit))
  for (const [i, pc] of pcs.entries()) {
    for (let nth = 10 * i; nth < 10 * i + 8; nth += 1) pc.write(receivedActs(nth, AT), AT)
    pc.write([{ subject: subjectOf(10 * i), kind: 'future/kind-of-act', body: { x: 'Chữ có dấu' } }], AT)
    await pc.hand(city)
    await keepPage(city, pc.device, LIVED_IN_UNITS[i % 2] ?? '', 3000 + 50 * i)
  }
  for (const unit of LIVED_IN_UNITS) {
    await confirm(city, unit)
    taken(await appointUser(city, THE_CITY, { unit, name: 'Nguyễn Thị Ẩm', roles: ['clerk'] }))
  }
  taken(await appointCityUser(city, THE_CITY, {
    name: 'Đặng Văn Đức', signInName: 'duc', role: 'supervisor', unit: null, password: 'mot hai ba bon nam',
  }))
  taken(await issueCode(city, THE_CITY, { unit: LIVED_IN_UNITS[0], desk: 'Quầy 9' }))
  taken(await revokeDevice(city, THE_CITY, { unit: LIVED_IN_UNITS[1], device: 'pc-3', reason: 'Mất máy' }))
  await city.record.quarantine({
    id: 'q-1', device: 'pc-3', pushedBy: 'pc-3', reason: 'sync/device-revoked', lines: ['một dòng', 'hai dòng'], receivedAt: AT,
  })
  await recordLook(city, THE_CITY, { unit: LIVED_IN_UNITS[0], subject: subjectOf(1), screen: 'dossier' })
  return pcs
}

export async function admitPc(city: City, device: string, unit: string): Promise<PretendPc> {
  const pc = pretendPc(device)
  taken(await enrolDevice(city, pc.enrolBy(taken(await issueCode(city, THE_CITY, { unit, desk: `Quầy ${device}` })).code)))
  return pc
}

/** A page of its own, whole at the city; its name. */
export async function keepPage(city: City, device: string, unit: string, length: number): Promise<string> {
  const bytes = Buffer.alloc(length, `${device} ${String(length)} `)
  const name = sha256(bytes)
  await city.pages.keep({ sha256: name, offset: 0, pageBytes: length, bytes })
  await notePage(city, { sha256: name, bytes: length, unit, device, isBrought: true })
  return name
}

function taken<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
