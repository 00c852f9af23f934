import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeView, SignInName } from '../../shared/bridge/main-api.ts'
import type { Random } from '../builders/random.ts'
import type { RunningApp } from './app.ts'

const PIN = '482915'

/** Opens a unit on an empty data folder, as first start does. */
export async function firstStart(app: Pick<RunningApp, 'call'>): Promise<void> {
  const opened = await app.call<Result<OfficeView>>('office.openUnit', {
    unit: '31120', desk: 'Quầy 1', deskNumber: 1, people: [{ name: 'Trần Thị Bình', roles: ['director', 'clerk'], pin: PIN }],
  })
  if (!opened.ok) throw new Error(`First start: ${opened.problem.code}`)
}

/** Signs the first person in, behind the screen's back, and shows the window that it happened. */
export async function signIn(app: Pick<RunningApp, 'call' | 'page'>): Promise<void> {
  const [person] = await app.call<readonly SignInName[]>('session.names')
  if (person === undefined) throw new Error('Nobody can sign in')
  const entered = await app.call<Result<SignInName>>('session.signIn', person.id, PIN)
  if (!entered.ok) throw new Error(`Sign-in: ${entered.problem.code}`)
  // The window learns who is at the desk when it is loaded; its keys are heard once the places stand.
  await app.page.reload()
  await app.page.waitForSelector('nav.nav')
}

/** What a clerk has been told is saved: the only thing a fault may not take away. */
export interface Acknowledged {
  /** For each hand of the clerk, its acts in the order it was told of them. Two hands are answered in any order. */
  readonly byHand: Map<number, string[]>
  /** Subjects that can still be worked on. */
  readonly subjects: string[]
  refused: number
}

export function nothingAcknowledged(): Acknowledged {
  return { byHand: new Map(), subjects: [], refused: 0 }
}

export function countAcknowledged({ byHand }: Acknowledged): number {
  return [...byHand.values()].reduce((sum, names) => sum + names.length, 0)
}

/** Receives a dossier, or corrects or notes one, chosen by chance; keeps what was acknowledged. */
export async function workOnce(app: RunningApp, random: Random, acknowledged: Acknowledged, hand = 0): Promise<Result<readonly Act[]>> {
  const command = chooseCommand(random, acknowledged.subjects)
  const answer = await app.call<Result<readonly Act[]>>('desk.do', command)
  if (!answer.ok) {
    acknowledged.refused += 1
    return answer
  }
  const names = acknowledged.byHand.get(hand) ?? []
  acknowledged.byHand.set(hand, names)
  for (const act of answer.value) {
    names.push(act.name)
    if (act.kind === 'dossier/received') acknowledged.subjects.push(act.subject)
  }
  return answer
}

function chooseCommand(random: Random, subjects: readonly string[]): unknown {
  const way = subjects.length === 0 ? 0 : random.next()
  if (way < 0.5) return { verb: 'dossier/receive', input: receiveInput(random) }
  const subject = random.pick(subjects)
  if (way < 0.8) return { verb: 'dossier/correct', input: { subject, field: 'applicant.phone', to: phone(random), reason: 'Dân báo đổi số' } }
  return { verb: 'dossier/add-note', input: { subject, text: `Ghi chú ${String(random.between(1, 1_000_000))}` } }
}

function receiveInput(random: Random): unknown {
  return {
    procedure: '1.001193', caseId: 'default', channel: 'direct',
    applicant: { name: `Nguyễn Văn ${random.pick(['An', 'Ẩm', 'Đức', 'Ễn'])}`, phone: phone(random) },
    papers: [], forSupplement: true, setCount: 1, collectAt: 'counter',
    fee: { amount: 0, exemptionGround: 'Đúng hạn' }, limit: { count: 1, unit: 'same-day' },
  }
}

function phone(random: Random): string {
  return `09${String(random.between(0, 99_999_999)).padStart(8, '0')}`
}
