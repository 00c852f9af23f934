import { spawn } from 'node:child_process'
import { PROJECT } from './folders.ts'

/** Whether a window can be opened here. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

/** Runs a command to its end, seen as it goes, in a virtual display where there is none; its exit code. */
export function runWithDisplay(command: string, args: readonly string[]): Promise<number> {
  return hasDisplay() ? runSeen(command, args) : runSeen('xvfb-run', ['-a', '-s', '-screen 0 1366x768x24', command, ...args])
}

/** Runs a command to its end in the project's folder, its words passed on as they come; its exit code. */
export function runSeen(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: PROJECT, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', code => { resolve(code ?? 1) })
  })
}
