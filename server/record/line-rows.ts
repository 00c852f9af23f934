import type { Db } from '../db/db.ts'
import { failure, success } from '../../shared/base/result.ts'
import type { LineBatch, LineRecord, LogHead, QuarantinedLines, RecordedLine } from './record.ts'

/** The record as rows of PostgreSQL, a row a batch; any number of processes. Durable because the server flushes before COMMIT returns. */
export function openLineRows(db: Db): LineRecord {
  return {
    heads: async devices => {
      const rows = await db.query<LogHead & { device: string }>('SELECT device, seq, name FROM logs WHERE device = ANY($1)', [devices])
      const found = new Map(rows.map(({ device, seq, name }) => [device, { seq, name }]))
      return Object.fromEntries(devices.map(device => [device, found.get(device) ?? NOTHING]))
    },
    append: (device, after, batch) => db.transaction(async inside => {
      // One statement moves the head and holds the row till the end; whoever comes second finds it moved.
      const moved = after.seq === 0
        ? await inside.query('INSERT INTO logs (device, seq, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING device', [device, batch.head.seq, batch.head.name])
        : await inside.query('UPDATE logs SET seq = $2, name = $3 WHERE device = $1 AND seq = $4 AND name = $5 RETURNING device', [
          device, batch.head.seq, batch.head.name, after.seq, after.name,
        ])
      if (moved.length === 0) {
        const [head] = await inside.query<LogHead>('SELECT seq, name FROM logs WHERE device = $1', [device])
        return failure({ code: 'record/moved', head: head ?? NOTHING })
      }
      await inside.query(
        `INSERT INTO log_batches (device, first_seq, last_seq, last_name, lines, pushed_by, signature, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [device, batch.head.seq - batch.lines.length + 1, batch.head.seq, batch.head.name, batch.lines.join('\n'), batch.pushedBy, batch.signature, batch.receivedAt],
      )
      return success(batch.head)
    }),
    read: (device, seq, bytes) => readAfter(db, device, seq, bytes),
    batchAfter: (device, seq) => batchAfter(db, device, seq),
    logs: async () => (await db.query<{ device: string }>('SELECT device FROM logs ORDER BY device')).map(({ device }) => device),
    quarantine: async kept => {
      await db.query(
        'INSERT INTO quarantine_lines (id, device, pushed_by, reason, lines, received_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
        [kept.id, kept.device, kept.pushedBy, kept.reason, JSON.stringify(kept.lines), kept.receivedAt],
      )
    },
    quarantined: () => readAside(db),
    ready: async () => {
      await db.query('SELECT 1')
    },
    // The pool belongs to whoever opened it.
    close: async () => undefined,
  }
}

const NOTHING: LogHead = { seq: 0, name: '0'.repeat(64) }

interface BatchRow {
  readonly first_seq: number
  readonly last_seq: number
  readonly lines: string
  readonly received_at: string
}

async function readAfter(db: Db, device: string, seq: number, bytes: number): Promise<readonly RecordedLine[]> {
  const found: RecordedLine[] = []
  let taken = 0
  for (let from = seq; ;) {
    const rows = await db.query<BatchRow>(
      'SELECT first_seq, last_seq, lines, received_at FROM log_batches WHERE device = $1 AND last_seq > $2 ORDER BY first_seq LIMIT 20', [device, from],
    )
    if (rows.length === 0) return found
    for (const { first_seq: first, last_seq: last, lines, received_at: receivedAt } of rows) {
      for (const [offset, line] of lines.split('\n').entries()) {
        if (first + offset <= seq) continue
        taken += Buffer.byteLength(line)
        if (found.length > 0 && taken > bytes) return found
        found.push({ seq: first + offset, line, receivedAt })
      }
      from = last
    }
  }
}

async function batchAfter(db: Db, device: string, seq: number): Promise<LineBatch | undefined> {
  const [row] = await db.query<BatchRow & { readonly last_name: string, readonly pushed_by: string, readonly signature: string }>(
    `SELECT first_seq, last_seq, last_name, lines, pushed_by, signature, received_at FROM log_batches
     WHERE device = $1 AND first_seq = $2`, [device, seq + 1])
  return row && {
    lines: row.lines.split('\n'), head: { seq: row.last_seq, name: row.last_name },
    pushedBy: row.pushed_by, signature: row.signature, receivedAt: row.received_at,
  }
}

async function* readAside(db: Db): AsyncGenerator<QuarantinedLines> {
  const rows = await db.query<{ id: string, device: string, pushed_by: string, reason: string, lines: string, received_at: string }>(
    'SELECT id, device, pushed_by, reason, lines, received_at FROM quarantine_lines ORDER BY received_at, id',
  )
  for (const { id, device, pushed_by: pushedBy, reason, lines, received_at: receivedAt } of rows) {
    yield { id, device, pushedBy, reason, lines: JSON.parse(lines) as string[], receivedAt }
  }
}
