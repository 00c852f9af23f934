import type { App, BrowserWindow } from 'electron'
import type { Places } from './paths.ts'

/**
 * Takes the data folder for this run; false when another run holds it, which then comes to the front (rule J8).
 *
 * Electron's lock lives in `userData`, so it is one per data folder once that is set; call this before the app is ready.
 */
export function takeFolder(app: App, places: Places): boolean {
  app.setPath('userData', places.window)
  app.setPath('sessionData', places.window)
  app.setAppLogsPath(places.logs)
  return app.requestSingleInstanceLock()
}

/** Brings the window to the front whenever the program is started a second time on this folder. */
export function showOnSecondStart(app: App, window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
}
