import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { electronPath, sandboxArguments } from '../../build/electron.ts'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import type { PaperJob } from './paper-machine.ts'

/** Does the jobs in one run of real Electron that holds the printing room and nothing else; an answer for each. */
export async function runPaperMachine(jobs: readonly PaperJob[], env: NodeJS.ProcessEnv = {}): Promise<readonly unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-machine-'))
  try {
    const [program, jobsFile, answersFile] = [join(folder, 'program/machine.mjs'), join(folder, 'jobs.json'), join(folder, 'answers.json')]
    await bundleMachine(join(folder, 'program'))
    await writeFile(jobsFile, JSON.stringify(jobs))
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    const args = [...sandboxArguments(), profile, program, jobsFile, answersFile]
    await mustRun(await electronPath(), args, { env: { ...process.env, ...env } })
    return JSON.parse(await readFile(answersFile, 'utf8')) as readonly unknown[]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function bundleMachine(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: resolve(import.meta.dirname, 'paper-machine.ts'),
        output: { format: 'es', entryFileNames: 'machine.mjs' },
      },
    },
  })
}
