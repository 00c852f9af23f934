import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { parseJson } from '../../shared/base/json.ts'
import type { Carried } from './round-tools.ts'

/** How far lines went into the city's quarantine, by log (rule J9); what is forgotten is sent once more, and changes nothing. */
export async function openCarried(root: string, devices: readonly string[]): Promise<Carried> {
  const path = join(root, 'sync', 'carried.json')
  const until: Record<string, number> = { ...parse(await readIfThere(path)) }
  return {
    devices: () => devices,
    until: device => until[device] ?? 0,
    note: async (device, seq) => {
      until[device] = seq
      await makeFolder(join(root, 'sync'))
      await writeDurably(path, `${JSON.stringify(until)}\n`)
    },
  }
}

const Until = Type.Record(Type.String(), Type.Integer({ minimum: 0 }))

function parse(text: string | undefined): Record<string, number> {
  const kept = parseJson(text ?? '{}')
  return Value.Check(Until, kept) ? kept : {}
}
