import { _electron, errors, type ElectronApplication } from 'playwright-core'
import { electronPath, sandboxArguments } from '../electron.ts'
import { PROJECT } from '../folders.ts'

const HANDSHAKE_MS = 45_000
const TRIES = 3

/**
 * Starts the bundled program under the driver of the tests.
 *
 * On a loaded machine the driver's handshake with a starting Electron is now and then lost and never
 * ends; such a start is given up and tried anew, before anything has been asked of the program.
 */
export async function launchProgram(args: readonly string[]): Promise<ElectronApplication> {
  const executablePath = await electronPath()
  for (let tries = 1; ; tries += 1) {
    try {
      return await _electron.launch({ executablePath, args: [...sandboxArguments(), PROJECT, ...args], timeout: HANDSHAKE_MS })
    } catch (error) {
      if (tries === TRIES || !(error instanceof errors.TimeoutError)) throw error
    }
  }
}
