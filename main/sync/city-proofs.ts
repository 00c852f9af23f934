import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../shared/base/json.ts'
import { makeFolder, readIfThere, writeWhole } from '../journal/durable-file.ts'
import type { CityProofs } from './round-tools.ts'

/**
 * The city's newest signature over each of its own logs, as it came with a pull: with it a restored city believes that these
 * lines are its own (rule S13). What is forgotten here comes with the next pull.
 */
export async function openCityProofs(root: string): Promise<CityProofs> {
  const path = join(root, 'sync', 'city-proofs.json')
  const kept = parseJson(await readIfThere(path) ?? '{}')
  const proofs = new Map(Object.entries(Value.Check(Proofs, kept) ? kept : {}))
  return {
    of: log => proofs.get(log),
    note: async (log, proof) => {
      proofs.set(log, proof)
      await makeFolder(join(root, 'sync'))
      await writeWhole(path, `${JSON.stringify(Object.fromEntries(proofs))}\n`)
    },
  }
}

const Proofs = Type.Record(Type.String(), Type.Object({ seq: Type.Integer({ minimum: 1 }), signature: Type.String({ maxLength: 100 }) }))
