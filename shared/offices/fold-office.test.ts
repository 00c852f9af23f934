import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, NewAct } from '../acts/act.ts'
import type { Result } from '../base/result.ts'
import { DEFAULT_HOURS } from '../calendar/working-hours.ts'
import { changeDevice } from './change-device.ts'
import { changeHeader } from './change-header.ts'
import { changeHours } from './change-hours.ts'
import { foldOffice } from './fold-office.ts'
import { openUnit } from './open-unit.ts'
import { defaultHeader, findPlace } from './place.ts'

const DEVICE = 'pc-0123456789ab'
const office = { unit: '31135', device: DEVICE }
const pin = { algorithm: 'scrypt' as const, cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) }
const first = written(openUnit(
  { desk: 'Quầy 1', deskNumber: 1, people: [{ name: 'Lê Văn Bình', roles: ['director'], pin }] },
  { place: findPlace('31135'), device: DEVICE, training: false, freshSubject: domain => `${domain}:0123456789abcdef` },
))

function written(decided: Result<readonly NewAct[]>, from = 1): Act[] {
  if (!decided.ok) throw new Error(decided.problem.code)
  return decided.value.map((act, i) => stamped(act, from + i))
}

function stamped(act: NewAct, seq: number): Act {
  const at = new Date(Date.parse('2026-11-25T00:00:00.000Z') + seq).toISOString()
  const body = { ...act.body, salt: 'ab' }
  return { ...act, body, name: seq.toString(16).padStart(64, '0'), device: DEVICE, seq, at, clock: `${String(Date.parse(at))}.0000`, author: 'an', seen: {} }
}

test('a PC knows where it stands from its first acts', () => {
  expect(foldOffice(first, DEVICE)).toEqual({
    office: {
      unit: '31135', unitName: 'Phường Ninh Kiều', device: DEVICE, desk: 'Quầy 1', training: false,
      codePattern: findPlace('31135')?.codePattern, numberRange: { from: 1, to: 500 }, header: defaultHeader('Phường Ninh Kiều'),
    },
    hours: DEFAULT_HOURS,
    device: { printer: null, paperSize: 'A5', secondCopy: null },
    revoked: null,
    desks: { [DEVICE]: 'Quầy 1' },
    gone: [],
    keeper: { device: null, address: '' },
  })
  expect(foldOffice(first, 'pc-another-one')).toBeUndefined()
  expect(foldOffice([], DEVICE)).toBeUndefined()
})

test('N4 a copied folder stands where the other stood, and draws no number until it is enrolled itself', () => {
  const copied = foldOffice(first, 'pc-copy', ['pc-nobody', DEVICE])
  expect(copied?.office).toMatchObject({ unit: '31135', device: 'pc-copy', desk: 'Quầy 1', numberRange: null })
  const enrolled = { ...first.find(({ kind }) => kind === 'device/enrolled')?.body, device: 'pc-copy', numberRange: { from: 501, to: 1000 } }
  const own = { ...stamped({ subject: 'device:pc-copy', kind: 'device/enrolled', body: enrolled }, 30), device: 'pc-copy' }
  expect(foldOffice([...first, own], 'pc-copy', [DEVICE])?.office.numberRange).toEqual({ from: 501, to: 1000 })
  expect(foldOffice([...first, { ...own, device: DEVICE }], 'pc-copy', [DEVICE])?.office.numberRange).toBeNull()
})

test('U4 only the letterbox of the unit can withdraw a PC', () => {
  const withdrawn = stamped({ subject: `device:${DEVICE}`, kind: 'device/revoked', body: { reason: 'Máy mất' } }, 40)
  expect(foldOffice([...first, { ...withdrawn, device: 'city-31135' }], DEVICE)?.revoked).toEqual({ reason: 'Máy mất', at: withdrawn.at })
  expect(foldOffice([...first, withdrawn, { ...withdrawn, device: 'city-31147' }], DEVICE)?.revoked).toBeNull()
})

test('later settings replace earlier ones, whatever order the acts arrive in', () => {
  const header = { ...defaultHeader('Phường Ninh Kiều'), phone: ' 0292\u200b 3820 000 ' }
  const hours = { sessions: [{ from: 450, until: 690 }, { from: 780, until: 990 }], sameDayCutoff: 870 }
  const acts = [
    ...first,
    ...written(changeHeader(header, { office }), 10),
    ...written(changeHours(hours, { office }), 11),
    ...written(changeDevice({ printer: 'Brother', paperSize: 'A4', secondCopy: 'E:\\sổ' }, { office }), 12),
  ]
  fc.assert(fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), shuffled => {
    expect(foldOffice(shuffled, DEVICE)).toMatchObject({
      office: { header: { phone: '0292 3820 000' } }, hours, device: { printer: 'Brother', paperSize: 'A4', secondCopy: 'E:\\sổ' },
    })
  }), { numRuns: 20 })
})

test('a body that cannot be read leaves what was', () => {
  const kinds = fc.constantFrom('office/header-set', 'office/hours-set', 'device/settings-set', 'device/enrolled')
  const subjects = fc.constantFrom('office:31135', `device:${DEVICE}`)
  fc.assert(fc.property(fc.array(fc.tuple(subjects, kinds, fc.dictionary(fc.string(), fc.jsonValue()))), strange => {
    const acts = strange.map(([subject, kind, body], i) => stamped({ subject, kind, body }, 20 + i))
    expect(foldOffice([...first, ...acts], DEVICE)).toEqual(foldOffice(first, DEVICE))
  }))
})

test('a paper cannot lose its agency, nor an office its hours', () => {
  const header = defaultHeader('Phường Ninh Kiều')
  expect(changeHeader({ ...header, agency: '\u200b' }, { office })).toEqual({ ok: false, problem: { code: 'office/header-empty', field: 'agency' } })
  expect(changeHours({ sessions: [{ from: 800, until: 700 }], sameDayCutoff: 900 }, { office })).toEqual({ ok: false, problem: { code: 'calendar/hours-invalid' } })
})
