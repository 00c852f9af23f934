import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAt } from '../../tests/builders/journal-world.ts'
import { countLost, readJournalOnDisk } from '../../tests/faults/oracle.ts'

const APPENDER = join(import.meta.dirname, '../../tests/builders/append-for-ever.ts')

/** Runs a process that appends, kills it once it has been answered so often, and gives the names it was told. */
function killAfter(root: string, answers: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [APPENDER, root], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      if (said.split('\n').length > answers) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

test('J2 a process killed while it appends loses nothing it was answered', async () => {
  const root = mkdtempSync(join(tmpdir(), 'killed-'))
  const acknowledged: string[] = []
  for (const answers of [1, 40, 77, 200]) {
    acknowledged.push(...await killAfter(root, answers))
    const journal = await openAt(root)
    const { readOnly, endedAbruptly } = await journal.verified()
    await journal.close()
    const onDisk = readJournalOnDisk(root)
    expect({ lost: countLost(new Map([[0, acknowledged]]), onDisk), broken: onDisk.brokenLines, readOnly, endedAbruptly })
      .toEqual({ lost: 0, broken: 0, readOnly: null, endedAbruptly: true })
  }
})
