import { expect, test } from '@playwright/test'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ProgramState } from '../../shared/bridge/main-api.ts'
import { DIST } from '../../build/folders.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'
import { readJournalOnDisk } from '../faults/oracle.ts'

const RECEIVE = {
  procedure: '1.001193', caseId: 'default', channel: 'direct', applicant: { name: 'Nguyễn Văn An' },
  papers: [], forSupplement: true, setCount: 1, collectAt: 'counter',
}

/** A program on an empty folder, opened and signed in. */
async function openDesk(folder: string): Promise<RunningApp> {
  const app = await launchApp(folder)
  await firstStart(app)
  await signIn(app)
  return app
}

async function codeOf(app: RunningApp, command: unknown): Promise<string> {
  const answer = await app.call<Result<readonly Act[]>>('desk.do', command)
  return answer.ok ? 'saved' : answer.problem.code
}

function countLines(folder: string): number {
  return [...readJournalOnDisk(folder).namesByDevice.values()].reduce((sum, names) => sum + names.length, 0)
}

test('every channel refuses what is no question of ours, in words, and writes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  const app = await launchApp(folder)
  expect(await codeOf(app, { verb: 'dossier/receive', input: RECEIVE })).toBe('session/nobody')
  await firstStart(app)
  expect(await codeOf(app, { verb: 'dossier/receive', input: RECEIVE })).toBe('session/nobody')
  await signIn(app)
  const before = countLines(folder)
  const commands: readonly (readonly [unknown, string])[] = [
    [null, 'program/input-invalid'],
    [42, 'program/input-invalid'],
    [{ verb: 'dossier/receive' }, 'program/input-invalid'],
    [{ verb: 'dossier/burn', input: {} }, 'desk/unknown-command'],
    [{ verb: '__proto__', input: {} }, 'desk/unknown-command'],
    [{ verb: 'dossier/receive', input: 'x' }, 'program/input-invalid'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, setCount: -1 } }, 'program/input-invalid'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, setCount: 1.5 } }, 'program/input-invalid'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, applicant: { name: 'a'.repeat(10_000) } } }, 'program/input-invalid'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, applicant: { name: '\u200b\u202e\u0007' } } }, 'dossier/name-missing'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, applicant: { name: 'An', bornOn: '2026-02-30' } } }, 'dossier/input-invalid'],
    [{ verb: 'dossier/receive', input: { ...RECEIVE, procedure: '9.999999' } }, 'procedure/unknown'],
    [{ verb: 'dossier/correct', input: { subject: 'dossier:0000000000000000', field: 'applicant.phone', to: '0900000123' } }, 'dossier/unknown'],
  ]
  const answers: string[] = []
  for (const [command] of commands) answers.push(await codeOf(app, command))
  expect(answers).toEqual(commands.map(([, code]) => code))

  for (const question of ['journal.actsOf', 'journal.subjectsAfter', 'session.signIn', 'office.openUnit', 'printing.print', 'people.setPin', 'people.work', 'office.changeHeader']) {
    for (const args of [[], [null], [{}], [42, 'x'], ['../../etc/passwd']]) {
      const answer = await app.call<unknown>(question, ...args)
      expect(JSON.stringify(answer ?? null)).not.toMatch(/ {4}at |node_modules|file:\/\//)
    }
  }
  const unknown = await app.page.evaluate(() => (window as unknown as { keyhole: { call(name: string, args: unknown[]): Promise<unknown> } }).keyhole.call('disk.format', [])
    .then(() => 'answered', () => 'refused'))
  expect(unknown).toBe('refused')
  // Wrong PINs are acts; nothing else may have been written.
  expect(countLines(folder) - before).toBeLessThanOrEqual(1)
  await app.close()
  rmSync(folder, { recursive: true })
})

test('a clerk without the right is told whose it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  const app = await launchApp(folder)
  const opened = await app.call<Result<unknown>>('office.openUnit', {
    unit: '31120', desk: 'Quầy 1', deskNumber: 1,
    people: [{ name: 'Văn Thư', roles: ['registrar'], pin: '482915' }, { name: 'Giám Đốc', roles: ['director'], pin: '730264' }],
  })
  expect(opened.ok).toBe(true)
  await signIn(app)
  const answer = await app.call<Result<unknown>>('desk.do', { verb: 'dossier/receive', input: RECEIVE })
  expect(answer).toEqual({ ok: false, problem: { code: 'session/not-allowed', right: 'dossier/receive', holders: ['clerk', 'director'] } })
  await app.close()
  rmSync(folder, { recursive: true })
})

test('markup, formulas and decomposed marks are kept as plain text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  const app = await openDesk(folder)
  const name = '<script>alert(1)</script> Nguyễn'.normalize('NFD')
  const answer = await app.call<Result<readonly Act[]>>('desk.do', {
    verb: 'dossier/receive', input: { ...RECEIVE, applicant: { name, address: '=HYPERLINK("http://x")' }, fee: { amount: 0 } },
  })
  if (!answer.ok) throw new Error(answer.problem.code)
  const [act] = answer.value
  expect(act?.body['applicant']).toMatchObject({ name: '<script>alert(1)</script> Nguyễn', address: '=HYPERLINK("http://x")' })
  const preview = await app.call<Result<{ html: string }>>('printing.preview', { subject: act?.subject, form: 'receipt' })
  if (!preview.ok) throw new Error(preview.problem.code)
  expect(preview.value.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(preview.value.html).not.toContain('<script>')
  await app.close()
  rmSync(folder, { recursive: true })
})

test('a half-written catalogue is said, and the program’s own is used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  writeFileSync(join(folder, 'catalogue.json'), readFileSync(join(DIST, 'catalogue.json'), 'utf8').slice(0, 100_000))
  const app = await launchApp(folder)
  const { problems } = await app.call<ProgramState>('program.state')
  expect(problems.map(({ code }) => code)).toEqual(['catalogue/half-written'])
  expect((await app.call<{ procedures: unknown[] }>('office.catalogue')).procedures).toHaveLength(324)
  await app.close()
  rmSync(folder, { recursive: true })
})

test('a procedure withdrawn yesterday is not received', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  const { procedures } = JSON.parse(readFileSync(join(DIST, 'catalogue.json'), 'utf8')) as { procedures: { code: string }[] }
  const published = procedures.map(procedure => procedure.code === '1.001193' ? { ...procedure, validUntil: '2026-11-24' } : procedure)
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify({ procedures: published }))
  const app = await launchApp(folder, ['--clock=2026-11-25T02:00:00.000Z'])
  await firstStart(app)
  await signIn(app)
  expect(await codeOf(app, { verb: 'dossier/receive', input: RECEIVE })).toBe('procedure/withdrawn')
  await app.close()
  rmSync(folder, { recursive: true })
})

test('foreign files in the data folder are left alone, and nobody’s name is in the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  mkdirSync(join(folder, 'journal', 'Ảnh chụp'), { recursive: true })
  writeFileSync(join(folder, 'journal', 'desktop.ini'), 'x')
  writeFileSync(join(folder, 'journal', 'Ảnh chụp', '2026-11-25.ndjson'), 'not a line\n')
  const app = await openDesk(folder)
  expect(await codeOf(app, { verb: 'dossier/receive', input: { ...RECEIVE, applicant: { name: 'Nguyễn Thị Không Quên' } } })).toBe('saved')
  await app.close()
  expect(readFileSync(join(folder, 'journal', 'Ảnh chụp', '2026-11-25.ndjson'), 'utf8')).toBe('not a line\n')
  const logs = join(folder, 'logs')
  const said = existsSync(logs) ? readdirSync(logs).map(file => readFileSync(join(logs, file), 'utf8')).join('') : ''
  expect(said).not.toMatch(/Không Quên|482915/)
  rmSync(folder, { recursive: true })
})

test('T16 a day before the newest act asks first, and the receipt is marked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
  const today = await launchApp(folder, ['--clock=2026-11-25T02:00:00.000Z'])
  await firstStart(today)
  await today.close()
  const app = await launchApp(folder, ['--clock=2026-11-20T02:00:00.000Z'])
  await signIn(app)
  expect((await app.call<ProgramState>('program.state')).clockBehind).toEqual({ today: '2026-11-20', newestDay: '2026-11-25' })
  expect(await codeOf(app, { verb: 'dossier/receive', input: RECEIVE })).toBe('dossier/clock-behind')
  const answer = await app.call<Result<readonly Act[]>>('desk.do', { verb: 'dossier/receive', input: { ...RECEIVE, clockConfirmed: true } })
  expect(answer.ok && answer.value[0]?.body['clockDoubted']).toBe(true)
  await app.close()
  rmSync(folder, { recursive: true })
})
