import { spawn } from 'node:child_process'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

interface Surroundings {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a command to its end and keeps what it said; a command that does not exist ends with code 127. */
export function run(command: string, args: readonly string[], options: Surroundings = {}): Promise<Ran> {
  return new Promise(resolve => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => { stdout += chunk })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => { stderr += chunk })
    child.on('error', error => { resolve({ code: 127, stdout, stderr: stderr + error.message }) })
    child.on('close', code => { resolve({ code: code ?? 1, stdout, stderr }) })
  })
}

/** Runs a command that must succeed; its output, or an error that names the command and its last words. */
export async function mustRun(command: string, args: readonly string[], options: Surroundings = {}): Promise<string> {
  const ran = await run(command, args, options)
  if (ran.code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${ran.code}: ${ran.stderr.slice(-2000)}`)
  return ran.stdout
}
