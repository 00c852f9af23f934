import type { BrowserWindow } from 'electron'
import type { MainEvent, MainEvents } from '../../shared/bridge/main-events.ts'

/** Tells the window something it did not ask for; a window that is gone hears nothing. */
export function tellWindow<E extends MainEvent>(window: BrowserWindow, event: E, facts: MainEvents[E]): void {
  if (!window.isDestroyed()) window.webContents.send(event, facts)
}
