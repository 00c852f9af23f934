import { ipcMain } from 'electron'
import type { MainApi } from '../../shared/bridge/main-api.ts'
import { serve, type Guard } from './serve.ts'

/** Opens every service to our own window; from here on the screens can ask. */
export function answerWindow(services: MainApi, guard: Guard): void {
  for (const name of Object.keys(services) as (keyof MainApi)[]) serve(ipcMain, name, services[name], guard)
}
