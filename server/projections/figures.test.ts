import { afterEach, expect, test } from 'vitest'
import { openBareCity, type BareCity } from '../../tests/builders/bare-city.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { toCertify } from '../../tests/builders/certifying-desk.ts'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import type { NewAct } from '../../shared/acts/act.ts'
import { certify } from '../../shared/certification/certify.ts'
import { figuresToSign, signedSubject, type SignedFigures } from '../../shared/reports/signed-figures.ts'
import { issueCode } from '../admin/issue-code.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { checkedFigures, livesIn } from '../db/queries/figures.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { startProjector } from './projector.ts'

const UNIT = '31135'
const MONTH = { from: '2026-11-01', until: '2026-11-30' }
const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })

async function enrolled({ city }: BareCity, device: string): Promise<PretendPc> {
  const issued = await issueCode(city, THE_CITY, { unit: UNIT, desk: 'Quầy 1' })
  const pc = pretendPc(device)
  if (!issued.ok || !(await enrolDevice(city, pc.enrolBy(issued.value.code))).ok) throw new Error('Not admitted')
  return pc
}

test('S11 the city counts what the desk signed: the same while it has the same acts, and it names each cell once others arrive', async () => {
  const world = await openBareCity()
  ending.push(world.close)
  const projector = await startProjector(world.city)
  ending.push(projector.stop)
  const [one, two] = [await enrolled(world, 'pc-one'), await enrolled(world, 'pc-two')]
  const certified = certify(toCertify(), momentOf({ at: '2026-11-10T02:00:00.000Z', bookState: () => undefined }))
  if (!certified.ok) throw new Error(certified.problem.code)
  for (const nth of [1, 2, 3]) one.write(receivedActs(nth, `2026-11-0${String(nth + 1)}T02:00:00.000Z`), '2026-11-05T02:00:00.000Z')
  one.write(certified.value, '2026-11-10T02:00:00.000Z')
  await one.hand(world.city)
  await projector.settled()

  const lives = await livesIn(world.city.db, UNIT, MONTH)
  const counted = plain(figuresToSign(lives, { ...MONTH, on: '2026-12-01' }))
  const body: SignedFigures = { report: 'progress', ...MONTH, on: '2026-12-01', signedByName: 'Lê Văn Bình', ...counted }
  const signature: NewAct = { subject: signedSubject(UNIT, MONTH), kind: 'report/signed', body }
  one.write([signature], '2026-12-01T02:00:00.000Z')
  await one.hand(world.city)
  await projector.settled()
  const agreed = await checkedFigures(world.city.db, MONTH)
  expect(agreed.map(({ unit, signed, different }) => [unit, signed.total[0], different])).toEqual([[UNIT, 4, []]])

  two.write(receivedActs(9, '2026-11-20T02:00:00.000Z'), '2026-11-20T02:00:00.000Z')
  await two.hand(world.city)
  await projector.settled()
  const [later] = await checkedFigures(world.city.db, MONTH, UNIT)
  expect(later?.different.filter(({ procedure }) => procedure === null).map(({ column, signed, counted }) => [column, signed, counted]))
    .toEqual([['received', 4, 5], ['direct', 4, 5], ['open', 3, 4], ['openOverdue', 3, 4]])
})

/** As it comes back from a line. */
function plain(counted: ReturnType<typeof figuresToSign>): Pick<SignedFigures, 'columns' | 'procedures' | 'total'> {
  return JSON.parse(JSON.stringify(counted)) as Pick<SignedFigures, 'columns' | 'procedures' | 'total'>
}
