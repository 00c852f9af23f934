import type { App, Session, WebContents } from 'electron'
import { isOurs } from './address.ts'

/** Closes what no screen of ours ever needs, for every page this program may ever make; call it before the app is ready. */
export function harden(app: App): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.on('web-contents-created', (_event, contents) => { hardenPage(contents) })
}

/** Nobody leaves the page, opens another or embeds one. */
function hardenPage(contents: WebContents): void {
  contents.on('will-navigate', event => { event.preventDefault() })
  contents.on('will-frame-navigate', event => {
    if (event.isMainFrame || !isOwnFrame(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', event => { event.preventDefault() })
  contents.on('will-attach-webview', event => { event.preventDefault() })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** A paper's preview stands in a frame made of text. */
function isOwnFrame(address: string): boolean {
  return address === 'about:srcdoc' || address === 'about:blank' || isOurs(address)
}

/** Denies every permission and every road to a network. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => { decide(false) })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] }, (_request, decide) => {
    decide({ cancel: true })
  })
  session.setSpellCheckerEnabled(false)
}
