import { appendFile, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success } from '../../shared/base/result.ts'
import { parseJson } from '../../shared/base/json.ts'
import { flushFolder, makeFolder } from './durable.ts'
import { openLogFile, type LogFile } from './log-file.ts'
import type { LineRecord, LogHead, QuarantinedLines } from './record.ts'

/** The record as files under a data folder: `logs/<device>.ndjson` and `quarantine/<device>.ndjson`. One process at a time. */
export async function openLineFiles(folder: string): Promise<LineRecord> {
  const logs = join(folder, 'logs')
  const aside = join(folder, 'quarantine')
  await makeFolder(logs)
  await makeFolder(aside)
  const known = new Set((await readdir(logs)).filter(isLog).map(nameOf))
  const files = new Map<string, Promise<LogFile>>()
  const oneAtATime = inLine()
  const keptAside = new Set<string>()

  function fileOf(device: string): Promise<LogFile> {
    const opened = files.get(device) ?? openLogFile(join(logs, `${device}${END}`))
    files.set(device, opened)
    known.add(device)
    // A file that could not be opened is tried anew by whoever asks next.
    opened.catch(() => files.delete(device))
    return opened
  }

  async function headOf(device: string): Promise<LogHead> {
    return known.has(device) ? (await fileOf(device)).head() : NOTHING
  }

  return {
    heads: async devices => Object.fromEntries(await Promise.all(devices.map(async device => [device, await headOf(device)] as const))),
    append: (device, after, batch) => oneAtATime(device, async () => {
      const head = await headOf(device)
      if (head.seq !== after.seq || head.name !== after.name) return failure({ code: 'record/moved', head })
      await (await fileOf(device)).append(batch)
      return success(batch.head)
    }),
    read: async (device, seq, bytes) => known.has(device) ? (await fileOf(device)).read(seq, bytes) : [],
    batchAfter: async (device, seq) => known.has(device) ? (await fileOf(device)).batchAfter(seq) : undefined,
    // A log that is damaged is left out, so that it holds back no other; whoever asks for it by name meets the damage.
    logs: async () => {
      const opened = await Promise.all([...known].map(device => fileOf(device).then(() => [device], () => [])))
      return opened.flat().sort()
    },
    quarantine: kept => oneAtATime(`quarantine ${kept.device}`, async () => {
      if (keptAside.has(kept.id)) return
      await keepAside(aside, kept)
      keptAside.add(kept.id)
    }),
    quarantined: () => readAside(aside),
    ready: async () => {
      await flushFolder(logs)
    },
    close: async () => {
      for (const file of files.values()) await (await file).close()
      files.clear()
    },
  }
}

const END = '.ndjson'
const NOTHING: LogHead = { seq: 0, name: '0'.repeat(64) }

function isLog(file: string): boolean {
  return file.endsWith(END)
}

function nameOf(file: string): string {
  return file.slice(0, -END.length)
}

async function keepAside(folder: string, kept: QuarantinedLines): Promise<void> {
  const path = join(folder, `${kept.device}${END}`)
  // A torn entry before this one was never answered; a new line keeps it from swallowing this one.
  await appendFile(path, `\n${JSON.stringify(kept)}\n`, { mode: 0o600 })
  const file = await open(path, 'r+')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
  await flushFolder(folder)
}

/** Each entry once, though a start may have let it be written again. */
async function* readAside(folder: string): AsyncGenerator<QuarantinedLines> {
  const met = new Set<string>()
  for (const file of (await readdir(folder)).filter(isLog).sort()) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const kept = parseJson(line) as QuarantinedLines | undefined
      if (kept === undefined || met.has(kept.id)) continue
      met.add(kept.id)
      yield kept
    }
  }
}

/** Work under one name waits for the work before it; other names do not. */
function inLine(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const result = (last.get(name) ?? Promise.resolve()).then(work, work)
    const settled = result.then(() => undefined, () => undefined)
    last.set(name, settled)
    void settled.then(() => { if (last.get(name) === settled) last.delete(name) })
    return result
  }
}
