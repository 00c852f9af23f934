import { loadavg } from 'node:os'
import { migrate } from '../../server/db/migrate.ts'
import { openPostgres } from '../../server/db/postgres.ts'
import type { Db } from '../../server/db/db.ts'
import { citySearch } from '../../server/db/queries/city-search.ts'
import { overview } from '../../server/db/queries/overview.ts'
import { addDays } from '../../shared/base/day.ts'
import { fold } from '../../shared/base/text.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { units } from '../../shared/units/unit.ts'
import { codeSearchForms } from '../../shared/units/dossier-code.ts'
import { startPostgres } from '../builders/postgres.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import type { Rig } from '../faults/rig.ts'
import { percentile, rounded } from './figures.ts'

const DOSSIERS = 1_200_000
const BATCH = 10_000
const TODAY = '2026-11-25'
const PROCEDURES = ['Đăng ký khai sinh', 'Chứng thực bản sao', 'Đăng ký kết hôn', 'Cấp giấy chứng nhận quyền sử dụng đất', 'Đăng ký khai tử', 'Trợ cấp xã hội']

/** Search among 1.2 million dossiers of 103 units on PostgreSQL, `runs` questions as people ask them, and the overview's one answer. */
export const citySearchBench: Rig = async ({ runs, seed, say }) => {
  const postgres = await startPostgres()
  const db = openPostgres(await postgres.freshDatabase())
  try {
    await migrate(db)
    const city = { db, now: () => Date.parse(`${TODAY}T08:00:00.000Z`) }
    const random = seededRandom(seed)
    await fill(db, random, say)
    const [found, overviews]: [number[], number[]] = [[], []]
    let empty = 0
    for (let run = 0; run < runs; run += 1) {
      const question = questionOf(random, run)
      const from = performance.now()
      const rows = await citySearch(city, question)
      found.push(performance.now() - from)
      if (rows.length === 0) empty += 1
      if (run % 5 !== 0) continue
      const asked = performance.now()
      await overview(city)
      overviews.push(performance.now() - asked)
    }
    return {
      p95Ms: rounded(percentile(found, 95)), overviewP95Ms: rounded(percentile(overviews, 95)), dossiers: DOSSIERS, queries: runs,
      p50Ms: rounded(percentile(found, 50)), overviewP50Ms: rounded(percentile(overviews, 50)), withoutRows: empty,
      load: rounded(loadavg()[0] ?? 0),
    }
  } finally {
    await db.close()
    await postgres.stop()
  }
}

const PEOPLE = practicePeople(60_000, 3)

interface Row {
  readonly unit: string
  readonly subject: string
  readonly code: string
  readonly person: (typeof PEOPLE)[number]
  readonly procedure: string
  readonly on: string
  readonly dueOn: string
  readonly isOpen: boolean
}

function rowOf(nth: number, random: Random): Row {
  const unit = units[nth % units.length]?.code ?? ''
  const back = random.between(0, 700)
  const on = addDays(TODAY, -back)
  const code = `H13.${unit.slice(2)}-${on.slice(2).replaceAll('-', '')}-${String(random.between(1, 9_999)).padStart(4, '0')}`
  return {
    unit, subject: `dossier:${String(nth).padStart(16, '0')}`, code, person: random.pick(PEOPLE), procedure: random.pick(PROCEDURES), on,
    dueOn: addDays(on, random.between(1, 20)), isOpen: back < 20,
  }
}

/** Rows as the projection writes them; the search tree is built once at the end, as after a rebuild. */
async function fill(db: Db, random: Random, say: (line: string) => void): Promise<void> {
  const [index] = await db.query<{ indexdef: string }>("SELECT indexdef FROM pg_indexes WHERE indexname = 'dossiers_search'")
  await db.exec('DROP INDEX dossiers_search')
  for (let nth = 0; nth < DOSSIERS; nth += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, i) => rowOf(nth + i, random))
    await db.query(INSERT, [
      rows.map(({ unit }) => unit), rows.map(({ subject }) => subject), rows.map(({ code }) => code),
      rows.map(({ isOpen }) => isOpen ? 'received' : 'withdrawn'), rows.map(({ procedure }) => procedure), rows.map(({ person }) => person.name),
      rows.map(({ person }) => person.personalNumber ?? ''), rows.map(({ person }) => person.phone ?? ''), rows.map(({ on }) => `${on}T02:00:00.000Z`),
      rows.map(({ on }) => on), rows.map(({ dueOn }) => dueOn), rows.map(searchOf),
    ])
    if (nth % 200_000 === 0) say(`${String(nth)} dossiers stand`)
  }
  await db.exec(`
    ${index?.indexdef ?? ''};
    INSERT INTO dossier_counts SELECT unit, 'open', due_on, count(*) FROM dossiers WHERE state = 'received' GROUP BY unit, due_on;
    INSERT INTO dossier_counts SELECT unit, 'received', received_on, count(*) FROM dossiers GROUP BY unit, received_on;
    INSERT INTO devices SELECT unit, 'pc-' || unit || '-' || n, 'Quầy ' || n, n, n * 500 - 499, n * 500, '', false, NULL, '2026-01-01T00:00:00.000Z', NULL, NULL
      FROM (SELECT DISTINCT unit FROM dossiers) u, generate_series(1, 6) n;
    INSERT INTO device_health (unit, device, exchanged_at, program, free_disk, clock_drift, waiting_dossiers, waiting_pages)
      SELECT unit, device, '2026-11-25T07:30:00.000Z', '0.1.0', 50000000000, 120, 3, 12 FROM devices;
    ANALYZE`)
}

const INSERT = `
  INSERT INTO dossiers (unit, subject, code, state, procedure_code, procedure_name, person_name, personal_number, phone, received_at, received_on,
    due_on, ended_on, desk, clerk, dispute_count, act_count, arrived_at, changed_at, search)
  SELECT unit, subject, code, state, '1.001193', procedure, person, number, phone, received_at, received_on, due_on,
    CASE WHEN state = 'received' THEN NULL ELSE due_on END, 'Quầy 1', 'Nguyễn Thị Ẩm', 0, 3, received_at, received_at, search
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
    AS r(unit, subject, code, state, procedure, person, number, phone, received_at, received_on, due_on, search)`

function searchOf({ code, person, procedure }: Row): string {
  return ` ${fold([person.name, ...codeSearchForms(code), person.phone, person.personalNumber, procedure, '1.001193'].join(' '))}`
}

/** The ways people look for a dossier, in turn. */
function questionOf(random: Random, turn: number): string {
  const person = random.pick(PEOPLE)
  const words = fold(person.name).split(' ')
  const row = rowOf(random.between(0, DOSSIERS), random)
  const ways = [
    words.join(' '), words.toReversed().slice(0, 2).join(' '), row.code, row.code.slice(-11), person.phone ?? '', person.personalNumber ?? '',
    `${words.at(-1) ?? ''} ${fold(random.pick(PROCEDURES)).split(' ').slice(0, 3).join(' ')}`, words.at(-1) ?? '',
  ]
  return ways[turn % ways.length] ?? ''
}
