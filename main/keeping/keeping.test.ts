import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { COPIES, SIGNATURE, toCertify } from '../../tests/builders/certifying-desk.ts'
import { letterbox, openKeepingDesk, type KeepingDesk, type KeepingDeskOptions } from '../../tests/builders/keeping-desk.ts'
import { clerkAn, directorBinh } from '../../tests/builders/moment.ts'
import { openTcpProxy, type TcpProxy } from '../../tests/faults/tcp-proxy.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import type { Act } from '../../shared/acts/act.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import { bookSubject } from '../../shared/certification/book.ts'
import { foldBook } from '../../shared/certification/fold-book.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { answerDesks, callDesk, type Line } from '../lan/line.ts'
import { booksKnown } from '../desk/books-known.ts'
import { openDeviceKey, type DeviceKey } from '../sealing/device-key.ts'

const NAMES = ['pc-keeper', 'pc-one', 'pc-two'] as const
const BOOK = bookSubject({ device: 'pc-keeper', kind: 'copies', year: 2026 })
const AWAY = failure({ code: 'certification/keeper-away', desk: 'Quầy 1', lacking: [{ kind: 'copies', count: 1 }] })
const patience = { beat: 1_000, silence: 20_000, frame: 20_000, proof: 10_000 }

interface Unit {
  readonly roots: readonly string[]
  readonly keys: readonly DeviceKey[]
  readonly box: ReturnType<typeof letterbox>
  readonly road: TcpProxy
  readonly open: (place: number, more?: Partial<KeepingDeskOptions>) => Promise<KeepingDesk>
}

async function makeUnit(): Promise<Unit> {
  const roots = NAMES.map(device => mkdtempSync(join(tmpdir(), `keeping-${device}-`)))
  const keys = await Promise.all(NAMES.map((device, i) => openDeviceKey(roots[i] ?? '', device)))
  const box = letterbox(keys)
  const road = await openTcpProxy(1)
  onTestFinished(road.close)
  return {
    roots, keys, box, road,
    open: async (place, more = {}) => {
      const desk = await openKeepingDesk({ root: roots[place] ?? '', device: NAMES[place] ?? '', letters: box.lines, ...more })
      onTestFinished(desk.stop)
      return desk
    },
  }
}

/** The first desk is named keeper, and the others have heard of it as sync would bring it. */
async function openOffice(
  more: Partial<KeepingDeskOptions> = {},
): Promise<Unit & { readonly keeper: KeepingDesk, readonly one: KeepingDesk }> {
  const unit = await makeUnit()
  const keeper = await unit.open(0, more)
  const address = `127.0.0.1:${String(unit.road.port)}`
  const named = await keeper.ask('office/change-keeper', { device: 'pc-keeper', address }, directorBinh)
  if (!named.ok) throw new Error(named.problem.code)
  await expect.poll(keeper.keeping.port).toBeGreaterThan(0)
  unit.road.toPort(keeper.keeping.port() ?? 0)
  const one = await unit.open(1)
  await one.hear(keeper)
  return { ...unit, keeper, one }
}

const certifyAt = (desk: KeepingDesk, changes: object = {}): Promise<Result<readonly Act[]>> => desk.ask('certification/certify', toCertify(changes))

function papersIn(done: Result<readonly Act[]>): readonly (readonly unknown[])[] {
  if (!done.ok) throw new Error(done.problem.code)
  return foldCertification(done.value.filter(({ subject }) => subject.startsWith('certification:')))?.papers
    .map(({ book, number }) => [book.keeper, number]) ?? []
}

async function actsOf({ journal, key: { device } }: KeepingDesk): Promise<readonly Act[]> {
  const { subjects } = await journal.subjectsAfter({}, 10_000, ['certification', 'book'])
  return subjects.flatMap(({ acts }) => acts).filter(act => act.device === device)
}

async function bookOf(...desks: readonly KeepingDesk[]) {
  const acts = (await Promise.all(desks.map(actsOf))).flat()
  const visits = [...Map.groupBy(acts, ({ subject }) => subject).values()].flatMap(ofSubject => foldCertification(ofSubject) ?? [])
  const book = foldBook(BOOK, acts, visits)
  return {
    numbers: book?.entries.map(({ number }) => number), missing: book?.missing, doubted: book?.doubted,
    lentOut: book?.lentOut.map(({ number }) => number),
  }
}

async function lineTo({ road }: Unit, key: DeviceKey, others: readonly DeviceKey[]): Promise<Line | undefined> {
  const peers = others.map(({ device, publicKey }) => ({ device, desk: device, publicKey }))
  const called = await callDesk({ key, peers: () => peers, patience, host: '127.0.0.1', port: road.port })
  return called.ok ? called.value : undefined
}

test('N6 a desk asks the keeper over the LAN, enters its numbers, and has the keeper’s lines; the keeper’s next follows', async () => {
  const { keeper, one } = await openOffice()
  expect(papersIn(await certifyAt(keeper))).toEqual([[undefined, 1]])
  const papers = [COPIES, COPIES, SIGNATURE].map(procedure => ({ procedure, name: 'Bằng', pageCount: 2, copyCount: 1 }))
  expect(papersIn(await certifyAt(one, { papers }))).toEqual([['pc-keeper', 2], ['pc-keeper', 3], ['pc-keeper', 1]])
  expect(papersIn(await certifyAt(keeper))).toEqual([[undefined, 4]])
  expect((await actsOf(keeper)).filter(({ kind }) => kind === 'book/numbers-lent').map(({ author, body }) => [author, body['to'], body['count']]))
    .toEqual([['an', 'pc-one', 2], ['an', 'pc-one', 1]])
  expect((await one.journal.actsOf(BOOK)).map(({ kind }) => kind)).toEqual(['book/opened', 'book/numbers-lent'])
  expect(one.keeping.nextBook()).toEqual({ from: 'keeper', desk: 'Quầy 1' })
  expect([one.standing().drawers['an']?.collected, keeper.standing().drawers['an']?.collected]).toEqual([18_000, 8_000])
  expect(await bookOf(keeper, one)).toEqual({ numbers: [1, 2, 3, 4], missing: [], doubted: [], lentOut: [] })
  expect([...keeper.bugs, ...one.bugs]).toEqual([])
})

test('N6 many visits at three desks at once leave no gap and no number twice', async () => {
  const { keeper, one, open } = await openOffice()
  const two = await open(2)
  await two.hear(keeper)
  const visit = (desk: KeepingDesk, i: number): Promise<Result<readonly Act[]>> =>
    certifyAt(desk, { papers: Array.from({ length: i % 3 + 1 }, () => ({ procedure: COPIES, name: 'Bằng', pageCount: 2, copyCount: 1 })) })
  const done = await Promise.all(Array.from({ length: 12 }, (_, i) => [keeper, one, two].map(desk => visit(desk, i))).flat())
  expect(done.filter(({ ok }) => !ok)).toEqual([])
  const numbers = Array.from({ length: 72 }, (_, i) => i + 1)
  expect(await bookOf(keeper, one, two)).toEqual({ numbers, missing: [], doubted: [], lentOut: [] })
})

test('N6 an answer that is lost on the way is asked for again, and no second number is drawn', async () => {
  let isCut = false
  const unit = await openOffice({
    beforeTelling: line => {
      if (isCut || !line.includes('"kind":"book/numbers-lent"')) return
      isCut = true
      unit.road.cutAll()
    },
  })
  expect(papersIn(await certifyAt(unit.one))).toEqual([['pc-keeper', 1]])
  expect(isCut).toBe(true)
  expect(await bookOf(unit.keeper, unit.one)).toEqual({ numbers: [1], missing: [], doubted: [], lentOut: [] })
})

test('N6 a keeper killed between writing and answering gives that number when it is back, and the clerk is told meanwhile', { timeout: 60_000 }, async () => {
  const unit = await openOffice()
  const { keeper, one, roots, road } = unit
  await keeper.stop()
  const script = join(import.meta.dirname, '../../tests/builders/keeper-to-kill.ts')
  const child = spawn(process.execPath, [script, roots[0] ?? '', 'pc-keeper'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [port] = await once(createInterface({ input: child.stdout }), 'line') as [string]
  road.toPort(Number(port))
  expect(await certifyAt(one)).toEqual(AWAY)
  expect((await ended)[1]).toBe('SIGKILL')
  expect(one.keeping.nextBook()).toEqual({ from: 'own-keeper-away', desk: 'Quầy 1' })
  expect(papersIn(await certifyAt(one, { ownBook: true }))).toEqual([[undefined, 1]])

  const back = await unit.open(0)
  await expect.poll(back.keeping.port).toBeGreaterThan(0)
  road.toPort(back.keeping.port() ?? 0)
  expect(await bookOf(back, one)).toEqual({ numbers: [], missing: [], doubted: [], lentOut: [1] })
  const known = back.office()
  expect(known && booksKnown(back.standing().books, known, NATIONAL_CALENDAR).map(({ label, last, lentCount }) => [label, last, lentCount]))
    .toEqual([['01/2026-SCT/BS', 1, 1]])
  expect(await one.keeping.look()).toBe(true)
  expect(one.keeping.nextBook()).toEqual({ from: 'keeper', desk: 'Quầy 1' })
  expect(papersIn(await certifyAt(one))).toEqual([['pc-keeper', 1]])
  expect(papersIn(await certifyAt(one))).toEqual([['pc-keeper', 2]])
  expect(await bookOf(back, one)).toEqual({ numbers: [1, 2], missing: [], doubted: [], lentOut: [] })
})

test('N6 a desk that ends between the answer and its visit finds the number in hand when it is back', async () => {
  const unit = await openOffice()
  const { keeper, one, keys } = unit
  const line = await lineTo(unit, one.key, keys)
  await line?.channel.send({ ask: 'numbers', have: 0, request: '0'.repeat(32), wanted: [{ kind: 'copies', count: 1 }], person: 'an' })
  await expect.poll(() => keeper.standing().books[BOOK]?.last).toBe(1)
  line?.channel.close()
  await one.hear(keeper)
  await one.stop()
  const back = await unit.open(1)
  unit.road.set({ isDown: true })
  expect(papersIn(await certifyAt(back))).toEqual([['pc-keeper', 1]])
  expect(await certifyAt(back)).toEqual(AWAY)
  expect(await bookOf(keeper, back)).toEqual({ numbers: [1], missing: [], doubted: [], lentOut: [] })
})

test('N6 without the LAN nothing is entered until the clerk chooses the own book, and what is wrong with the visit is said first', async () => {
  const { keeper, one, road } = await openOffice()
  road.set({ isDown: true })
  expect(await certifyAt(one)).toEqual(AWAY)
  expect(await one.journal.subjectsAfter({}, 10, ['certification'])).toMatchObject({ subjects: [] })
  expect(papersIn(await certifyAt(one, { ownBook: true }))).toEqual([[undefined, 1]])
  road.set({ isDown: false })
  expect(await certifyAt(one, { signer: { name: '', title: '' } })).toEqual(failure({ code: 'certification/signer-missing' }))
  expect(keeper.standing().books[BOOK]).toBeUndefined()
})

test('N6 a device of another unit, or one the city withdrew, meets a closed line, and nothing is written', async () => {
  const unit = await openOffice()
  const { keeper, one, box } = unit
  const stranger = await openDeviceKey(mkdtempSync(join(tmpdir(), 'stranger-')), 'pc-stranger')
  expect(await lineTo(unit, stranger, unit.keys)).toBeUndefined()
  const [withdrawn] = box.write([{ subject: 'device:pc-one', kind: 'device/revoked', body: { reason: 'Máy mất' } }], '2026-11-25T02:30:00.000Z')
  await keeper.journal.receive(box.device, withdrawn === undefined ? [] : [withdrawn.line])
  expect(await certifyAt(one)).toEqual(AWAY)
  expect(keeper.standing().books[BOOK]).toBeUndefined()
})

test('N6 a person whom the keeper’s desk knows as withdrawn, or never knew, or who may not certify, gets no number', async () => {
  const unit = await openOffice()
  const { keeper, one, box } = unit
  const [withdrawn] = box.write([{ subject: 'user:an', kind: 'user/withdrawn', body: { reason: 'Chuyển công tác' } }], '2026-11-25T02:30:00.000Z')
  await keeper.journal.receive(box.device, withdrawn === undefined ? [] : [withdrawn.line])
  expect(await certifyAt(one)).toEqual(AWAY)
  const stranger = { ...clerkAn, id: 'nobody' }
  expect(await one.ask('certification/certify', toCertify(), stranger)).toEqual(AWAY)
  expect(await one.ask('certification/certify', toCertify(), { ...clerkAn, roles: ['officer'] })).toMatchObject(failure({ code: 'session/not-allowed' }))
  expect(keeper.standing().books[BOOK]).toBeUndefined()
  expect(one.keeping.nextBook().from).toBe('own-keeper-away')
})

test('N6 what is no asking is hung up on at the keeper’s door, and nothing is written', async () => {
  const unit = await openOffice()
  const good = { ask: 'numbers', have: 0, request: '0'.repeat(32), wanted: [{ kind: 'copies', count: 1 }], person: 'an' }
  const bad = [
    {}, { ask: 'all' }, { ask: 'lines', have: -1 }, { ...good, have: 'x' }, { ...good, request: '../../x' }, { ...good, wanted: [] },
    { ...good, wanted: [{ kind: 'copies', count: 0 }] }, { ...good, wanted: [{ kind: 'copies', count: 51 }] }, { ...good, wanted: [{ kind: 'nothing', count: 1 }] },
    { ...good, person: 'Ẩm' }, { ...good, wanted: Array.from({ length: 5 }, () => ({ kind: 'copies', count: 50 })) },
  ]
  for (const head of bad) {
    const line = await lineTo(unit, unit.one.key, unit.keys)
    await line?.channel.send(head)
    expect([head, line !== undefined, await line?.channel.next()]).toEqual([head, true, null])
  }
  expect(unit.keeper.standing().books[BOOK]).toBeUndefined()
  expect(unit.keeper.bugs).toEqual([])
})

test('N6 a desk that is not named, or no longer, keeps no book for others and listens to nobody', async () => {
  const { keeper, one, road } = await openOffice()
  const port = keeper.keeping.port() ?? 0
  await keeper.ask('office/change-keeper', { device: 'pc-two', address: `127.0.0.1:${String(road.port)}` }, directorBinh)
  await expect.poll(keeper.keeping.port).toBeUndefined()
  road.toPort(port)
  expect(await certifyAt(one)).toEqual(AWAY)
  await one.hear(keeper)
  expect(await certifyAt(one)).toMatchObject(failure({ code: 'certification/keeper-away', desk: 'Quầy 3' }))
  await keeper.ask('office/change-keeper', { device: null, address: '' }, directorBinh)
  await one.hear(keeper)
  expect(papersIn(await certifyAt(one))).toEqual([[undefined, 1]])
  expect(one.keeping.nextBook()).toEqual({ from: 'own' })
})

test('N6 a book the keeper has closed is a problem that names it, at every desk', async () => {
  const { keeper, one } = await openOffice()
  await certifyAt(one)
  const closed = await keeper.journal.append([{
    subject: BOOK, kind: 'book/closed', body: { kind: 'copies', year: 2026, label: '01/2026-SCT/BS', last: 1, voidedCount: 0, closedByName: 'Lê Văn Bình' },
  }], { author: 'binh', at: '2026-11-25T03:00:00.000Z' })
  expect(closed.ok).toBe(true)
  expect(await certifyAt(one)).toEqual(failure({ code: 'book/closed', label: '01/2026-SCT/BS', closedAt: '2026-11-25T03:00:00.000Z' }))
  expect(papersIn(await certifyAt(one, { ownBook: true }))).toEqual([[undefined, 1]])
})

test('N6 a keeper that took the line and says nothing is not waited for when the program ends', async () => {
  const unit = await openOffice()
  const { one, keeper, road } = unit
  const silent = Promise.withResolvers<undefined>()
  const answering = await answerDesks({
    key: keeper.key, peers: () => unit.keys.map(({ device, publicKey }) => ({ device, desk: device, publicKey })), patience, port: 0,
    serve: async ({ channel }) => {
      await channel.next()
      silent.resolve(undefined)
      await channel.next()
    },
  })
  onTestFinished(answering.close)
  road.toPort(answering.port)
  const asked = certifyAt(one)
  await silent.promise
  await one.keeping.stop()
  expect(await asked).toEqual(AWAY)
})
