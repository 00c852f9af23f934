import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'

/**
 * What tells this machine from another one a folder may have been copied to (rule J9): a sum, so that nothing of the machine is kept.
 *
 * `--machine=` names another one where the program is not packed, for rehearsals of a copied folder.
 */
export async function machineFingerprint(args: readonly string[], isPackaged: boolean): Promise<string> {
  const named = isPackaged ? undefined : args.find(arg => arg.startsWith(MACHINE))?.slice(MACHINE.length)
  return hash('sha256', `mot-cua-machine\n${named ?? await ownName()}`, 'hex')
}

const MACHINE = '--machine='

/** The name the system gave itself when it was installed; the host's name where there is none. */
async function ownName(): Promise<string> {
  const name = process.platform === 'win32' ? await windowsGuid() : await textOf('/etc/machine-id')
  return name === '' ? hostname() : name
}

async function windowsGuid(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid'])
    return /MachineGuid\s+REG_SZ\s+(\S+)/.exec(stdout)?.[1] ?? ''
  } catch (error) {
    if (error instanceof Error) return ''
    throw error
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error) return ''
    throw error
  }
}
