import { execFile } from 'node:child_process'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The jobs this user has in a queue, by name (`motcua-12`); none where CUPS has no commands. */
export async function ownJobs(printer: string): Promise<readonly string[]> {
  const listed = await runCups('lpstat', ['-o', printer])
  return (listed ?? '').split('\n').map(line => line.split(/\s+/))
    .flatMap(([job = '', user]) => job !== '' && user === userInfo().username ? [job] : [])
}

/** Takes back the jobs that were not in the queue before; false where that is not possible. */
export async function withdrawOwnJobs(printer: string, before: readonly string[]): Promise<boolean> {
  const added = (await ownJobs(printer)).filter(job => !before.includes(job))
  return added.length > 0 && await runCups('cancel', added) !== undefined
}

/** What the command printed; undefined when it is not there or failed. */
async function runCups(command: string, args: readonly string[]): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  return run(command, [...args], { timeout: 5000, env: { ...process.env, LC_ALL: 'C' } }).then(({ stdout }) => stdout, () => undefined)
}
