import fc from 'fast-check'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act, NewAct, Position } from '../../shared/acts/act.ts'
import { certify } from '../../shared/certification/certify.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { REGISTERS } from '../../shared/registers/registers.ts'
import { toCertify } from '../../tests/builders/certifying-desk.ts'
import { decide, INPUTS, RECEIPT, STAFF } from '../../tests/builders/dossier-life.ts'
import { clerkAn, momentOf, office } from '../../tests/builders/moment.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { answersFrom } from './answer.ts'
import { openLibrary, type Library } from './library.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'library-')) })
afterEach(() => rm(root, { recursive: true }))

const VERBS = Object.keys(INPUTS).sort()
const here = { unit: office.unit, today: '2026-11-30', procedureNames: {} }
const open = (folder = root, build = 'a'): Library => openLibrary({ root: folder, build, keepAfter: 0, stepOf: 3 })
const untold = (): void => undefined

/** An office of two PCs whose logs lie in a data folder. */
interface Written {
  readonly acts: readonly Act[]
  readonly heads: Position
  readonly write: (pc: number, day: number, acts: readonly NewAct[]) => Promise<void>
}

function beginOffice(folder: string): Written {
  const pcs: readonly PretendPc[] = ['pc-one', 'pc-two'].map(name => pretendPc(name))
  const acts: Act[] = []
  const heads: Position = {}
  return {
    acts, heads,
    write: async (pc, day, news) => {
      const device = pcs[pc]?.device ?? ''
      const written = pcs[pc]?.write(news, `2026-11-${String(day)}T02:00:00.000Z`) ?? []
      for (const { act } of written) {
        acts.push(act)
        heads[device] = { seq: act.seq, name: act.name }
      }
      await mkdir(join(folder, 'journal', device), { recursive: true })
      await appendFile(join(folder, 'journal', device, `2026-11-${String(day)}.ndjson`), written.map(({ line }) => `${line}\n`).join(''))
    },
  }
}

/** What somebody at a counter may do next; what the rules refuse leaves nothing. */
function decideOne(written: Written, subject: string, what: number, day: number): readonly NewAct[] {
  const acts = written.acts.filter(act => act.subject === subject)
  const at = `2026-11-${String(day)}T02:00:00.000Z`
  const moment = momentOf({ at, users: STAFF, acts, freshSubject: () => subject })
  if (what === -1) return valueOf(certify(toCertify(), momentOf({ freshSubject: domain => `${domain}:${String(written.acts.length)}` })))
  if (acts.length === 0) return valueOf(decide('dossier/receive', RECEIPT, { ...moment, author: clerkAn }))
  const verb = VERBS[what % VERBS.length] ?? ''
  for (const author of STAFF) {
    const decided = decide(verb, { subject, ...INPUTS[verb] }, { ...moment, author })
    if (decided.ok) return decided.value
  }
  return []
}

function valueOf(decided: { readonly ok: boolean, readonly value?: readonly NewAct[] }): readonly NewAct[] {
  return decided.value ?? []
}

/** Every row of every book, and every figure. */
function everything(library: Library): unknown {
  const answers = answersFrom(library)
  const whole = { kind: 'register', from: null, until: null, words: '', sortBy: null } as const
  const books = REGISTERS.map(({ name }) => answers.list({ ...whole, register: name }, here, 0, 500))
  const month = { kind: 'report', report: 'progress', grouping: 'procedure', from: '2026-11-01', until: '2026-11-30' } as const
  const report = answers.report(month, here)
  const shown = { books: books.map(({ rows, totals }) => ({ rows, totals })), lines: report.lines, figures: report.figures }
  return JSON.parse(JSON.stringify(shown))
}

/** The same from all acts at once, folded whole. */
function fromActs(acts: readonly Act[]): Library {
  const bySubject = [...Map.groupBy(acts, ({ subject }) => subject).values()]
  const [dossiers, visits] = [bySubject.flatMap(ofOne => fold(ofOne) ?? []), bySubject.flatMap(ofOne => foldCertification(ofOne) ?? [])]
  const dossier = (subject: string) => dossiers.find(each => each.subject === subject)
  const visit = (subject: string) => visits.find(each => each.subject === subject)
  return {
    ...open(), dossiers: () => dossiers, dossier, visits: () => visits, visit,
    revision: () => 1, nameOf: id => id,
  }
}

const day = fc.integer({ min: 20, max: 22 })
const anyStep = fc.record({
  pc: fc.nat(1), dossier: fc.nat(3), what: fc.integer({ min: -1, max: VERBS.length - 1 }), day,
  then: fc.constantFrom('nothing' as const, 'read' as const, 'ahead' as const, 'keep' as const, 'restart' as const),
})

test('J6 books that read on from a snapshot are those of all acts at once, whoever wrote what and whenever it was left', async () => {
  await fc.assert(fc.asyncProperty(fc.array(anyStep, { maxLength: 30 }), async steps => {
    const folder = await mkdtemp(join(root, 'run-'))
    const written = beginOffice(folder)
    let library = open(folder)
    for (const step of [...steps].sort((one, other) => one.day - other.day)) {
      await written.write(step.pc, step.day, decideOne(written, `dossier:${String(step.dossier)}`, step.what, step.day))
      if (step.then === 'nothing') continue
      await library.readTo({ ...written.heads }, untold)
      if (step.then === 'ahead') library.readAhead()
      if (step.then === 'read' || step.then === 'ahead') continue
      await library.keep()
      if (step.then === 'restart') library = open(folder)
    }
    await library.readTo(written.heads, untold)
    const anew = open(folder, 'b')
    await anew.readTo(written.heads, untold)
    expect([everything(library), library.revision() % 1_000]).toEqual([everything(anew), anew.revision()])
    const { dossiers, visits } = library
    const folds = { ...fromActs([]), dossiers, visits, dossier: library.dossier, visit: library.visit }
    expect(everything(folds)).toEqual(everything(fromActs(written.acts)))
  }), { numRuns: 40 })
})

test('J6 a snapshot that is cut short, changed in one byte or of another build is not believed', async () => {
  const written = await filled()
  const whole = await kept(written)
  const expected = everything(await readBy(open(), written.heads))
  const changed = Buffer.from(whole)
  changed[changed.indexOf('Thị') + 1] = 0x41
  for (const damaged of [whole.subarray(0, whole.length / 2), changed, Buffer.alloc(0), Buffer.from('{}\n{}\n')]) {
    await writeFile(join(root, 'books.json'), damaged)
    await writeFile(join(root, 'books.json.part'), damaged)
    expect(everything(await readBy(open(), written.heads))).toEqual(expected)
  }
  await writeFile(join(root, 'books.json'), whole)
  expect(everything(await readBy(open(root, 'b'), written.heads))).toEqual(expected)
})

test('kept dossiers that are read ahead are those that are read when somebody looks, and reading ahead comes to an end', async () => {
  const written = await filled()
  await kept(written)
  const library = await readBy(open(), written.heads)
  const begun = [library.readAhead(), library.readAhead()]
  await written.write(0, 21, decideOne(written, 'dossier:0', VERBS.indexOf('dossier/add-note'), 21))
  await written.write(1, 21, decideOne(written, 'dossier:8', 0, 21))
  await library.readTo({ ...written.heads }, untold)
  expect([...begun, library.readAhead()]).toEqual([false, false, false])
  expect(everything(library)).toEqual(everything(await readBy(open(root, 'b'), written.heads)))
})

test('a journal that has another history than the snapshot is read anew', async () => {
  await kept(await filled())
  await rm(join(root, 'journal'), { recursive: true })
  const other = await filled('Lê Văn Bền')
  for (const pc of [0, 1]) await other.write(pc, 21, decideOne(other, `dossier:${String(pc + 7)}`, 0, 21))
  const library = await readBy(open(), other.heads)
  const { name } = RECEIPT.applicant
  expect(library.dossiers().map(({ applicant }) => applicant.name)).toEqual(['Lê Văn Bền', 'Lê Văn Bền', name, name])
  const shorter = { ...other.heads, 'pc-two': { seq: 1, name: '0'.repeat(64) } }
  await library.readTo(shorter, untold)
  expect(library.dossiers().map(({ subject }) => subject)).toEqual(['dossier:0', 'dossier:1', 'dossier:7'])
})

test('J3 a journal with a line that does not read leaves no snapshot, and what is whole is in the books', async () => {
  const written = await filled()
  const path = join(root, 'journal', 'pc-two', '2026-11-20.ndjson')
  await writeFile(path, `${'x'.repeat(20)}${(await readFile(path, 'utf8')).slice(20)}`)
  const library = await readBy(open(), written.heads)
  await library.keep()
  expect([library.dossiers().length, await readdir(root)]).toEqual([1, ['journal']])
})

test('a line that is still being written is not read', async () => {
  const written = await filled()
  const heads = { ...written.heads }
  await written.write(0, 21, decideOne(written, 'dossier:7', 0, 21))
  await appendFile(join(root, 'journal', 'pc-two', '2026-11-20.ndjson'), '{"v":1,')
  const library = await readBy(open(), heads)
  expect(library.dossiers()).toHaveLength(2)
  expect((await readBy(library, written.heads)).dossiers()).toHaveLength(3)
})

/** One dossier at each PC. */
async function filled(name = RECEIPT.applicant.name): Promise<Written> {
  const written = beginOffice(root)
  for (const pc of [0, 1]) {
    const moment = momentOf({ at: '2026-11-20T02:00:00.000Z', freshSubject: () => `dossier:${String(pc)}` })
    await written.write(pc, 20, valueOf(decide('dossier/receive', { ...RECEIPT, applicant: { ...RECEIPT.applicant, name } }, moment)))
  }
  return written
}

async function readBy(library: Library, heads: Position): Promise<Library> {
  await library.readTo({ ...heads }, untold)
  return library
}

/** The snapshot's bytes. */
async function kept({ heads }: Written): Promise<Buffer> {
  await (await readBy(open(), heads)).keep()
  return readFile(join(root, 'books.json'))
}
