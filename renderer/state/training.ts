import { main } from '../main-api.ts'

/** Starts the program again on the practice unit; nothing there touches the real register. */
export async function enterTraining(): Promise<void> {
  await main.program.enterTraining()
}

/** Back to the real unit. */
export async function leaveTraining(): Promise<void> {
  await main.program.leaveTraining()
}
