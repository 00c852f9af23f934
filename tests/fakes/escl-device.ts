import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Bonjour } from 'bonjour-service'
import { makeCertificate } from '../../main/lan/certificate.ts'
import { CAPABILITIES, statusXml } from './escl-answers.ts'

/** What goes wrong, and at which sheet: 0 when the job is asked for, otherwise that sheet of the feeder, counted from 1. */
export interface EsclFault {
  readonly at: number
  readonly kind:
    | 'aborted' | 'busy' | 'busy-for-ever' | 'cover-open' | 'cut-in-half' | 'dies' | 'door-open' | 'double-feed' | 'down' | 'empty-page' | 'forbidden' | 'half-then-silent'
    | 'jam' | 'late-404' | 'not-an-image' | 'not-yet' | 'refuses-settings' | 'server-error' | 'silent' | 'stopped' | 'torn-page' | 'warming-up'
}

export interface EsclOptions {
  readonly sheets: readonly Uint8Array[]
  readonly faults?: readonly EsclFault[]
  readonly isSecure?: boolean
  /** Announces itself on the network under this name. */
  readonly announced?: string
  /** Says in its answers that it stands at another place, as devices behind two networks do. */
  readonly isLyingAboutItsPlace?: boolean
}

export interface EsclDevice {
  readonly root: URL
  /** Every request so far: `POST /eSCL/ScanJobs`. */
  readonly asked: readonly string[]
  /** The last job's settings, as they came. */
  readonly settings: () => string
  /** How many sockets were opened. */
  readonly sockets: () => number
  readonly openJobs: () => number
  /** A person does what the sentence asked for: the trouble is over, and these sheets lie in the feeder. */
  readonly putRight: (sheets?: readonly Uint8Array[]) => void
  readonly close: () => Promise<void>
}

interface Job { readonly path: string, readonly isFeeder: boolean, state: string, served: number }

/** Which word of the feeder a trouble has, and that it stays until put right. */
const FEEDER: Readonly<Partial<Record<EsclFault['kind'], string>>> = {
  jam: 'ScannerAdfJam', 'cover-open': 'ScannerAdfHatchOpen', 'door-open': 'ScannerAdfDoorOpen', 'double-feed': 'ScannerAdfMultipickDetected',
}
const STATES: Readonly<Partial<Record<EsclFault['kind'], string>>> = { stopped: 'Stopped', down: 'Down', 'warming-up': 'Testing' }

/** A pretend network scanner that speaks eSCL as real ones do, troubles included. */
export async function openEsclDevice(options: EsclOptions): Promise<EsclDevice> {
  const { sheets, faults = [], isSecure = false, announced, isLyingAboutItsPlace = false } = options
  let feeder = [...sheets]
  let left = [...faults]
  let came = 0
  let stuck: string | null = null
  let opened = 0
  let lastSettings = ''
  const jobs: Job[] = []
  const asked: string[] = []
  const server: Server = isSecure ? createHttps(makeCertificate()) : createHttp()

  function faultAt(at: number): EsclFault['kind'] | null {
    return left.find(fault => fault.at === at)?.kind ?? null
  }
  const spend = (kind: EsclFault['kind']): void => {
    const at = left.findIndex(fault => fault.kind === kind)
    if (at >= 0) left = left.toSpliced(at, 1)
  }

  function status(): string {
    const job = jobs.find(one => one.state === 'Processing')
    const state = STATES[faultAt(0) ?? 'jam'] ?? (job === undefined ? 'Idle' : 'Processing')
    const adf = stuck ?? FEEDER[faultAt(0) ?? 'busy'] ?? (feeder.length === 0 ? 'ScannerAdfEmpty' : job === undefined ? 'ScannerAdfLoaded' : 'ScannerAdfProcessing')
    return statusXml(state, adf, jobs)
  }

  function makeJob(settings: string, response: ServerResponse): void {
    lastSettings = settings
    const isFeeder = settings.includes('<pwg:InputSource>Feeder')
    const fault = faultAt(0)
    if (fault === 'busy' || fault === 'busy-for-ever') {
      if (fault === 'busy') spend('busy')
      return say(response, 503, '', { 'Retry-After': '1' })
    }
    if (fault === 'forbidden') return say(response, 403)
    if (fault === 'refuses-settings') return say(response, 400)
    if (fault === 'server-error') return say(response, 500)
    if (fault === 'silent') return
    const isInTheWay = stuck !== null || (fault !== null && (FEEDER[fault] ?? STATES[fault]) !== undefined)
    if (isInTheWay || (isFeeder && feeder.length === 0)) return say(response, 409)
    const path = `/eSCL/ScanJobs/${String(jobs.length + 1)}`
    jobs.push({ path, isFeeder, state: 'Processing', served: 0 })
    const place = isLyingAboutItsPlace ? `http://10.255.255.1:9999${path}` : path
    say(response, 201, '', { Location: place })
  }

  function nextDocument(job: Job, request: IncomingMessage, response: ServerResponse): void {
    if (job.state === 'Canceled') return say(response, 410)
    const sheet = job.isFeeder ? feeder[0] : job.served > 0 ? undefined : sheets[0]
    const fault = faultAt(came + 1)
    if (sheet === undefined) {
      job.state = 'Completed'
      return say(response, 404)
    }
    const adf = FEEDER[fault ?? 'busy']
    if (adf !== undefined) {
      stuck = adf
      job.state = 'Aborted'
      return say(response, fault === 'double-feed' ? 409 : 404)
    }
    switch (fault) {
      case 'aborted': job.state = 'Aborted'; return say(response, 410)
      case 'dies': server.close(); server.closeAllConnections(); return
      case 'silent': return
      case 'server-error': return say(response, 500)
      case 'late-404': spend('late-404'); return say(response, 404)
      case 'not-yet': spend('not-yet'); return say(response, 503, '', { 'Retry-After': '1' })
      case 'empty-page': return say(response, 200, '', { 'Content-Type': 'image/jpeg' })
      case 'not-an-image': return say(response, 200, '<html>Không phải ảnh</html>', { 'Content-Type': 'text/html' })
      case 'torn-page': return say(response, 200, sheet.subarray(0, sheet.length >> 1), { 'Content-Type': 'image/jpeg' })
      case 'half-then-silent':
      case 'cut-in-half':
        response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': sheet.length })
        response.write(sheet.subarray(0, sheet.length >> 1), () => { if (fault === 'cut-in-half') request.socket.destroy() })
        return
      default:
        came += 1
        job.served += 1
        if (job.isFeeder) feeder = feeder.slice(1)
        say(response, 200, sheet, { 'Content-Type': 'image/jpeg', 'Content-Location': `${job.path}/NextDocument` })
    }
  }

  function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
    const { method = '', url = '' } = request
    asked.push(`${method} ${url}`)
    const job = jobs.find(one => url.startsWith(one.path))
    if (method === 'GET' && url === '/eSCL/ScannerCapabilities') return say(response, 200, CAPABILITIES, { 'Content-Type': 'text/xml' })
    if (method === 'GET' && url === '/eSCL/ScannerStatus') return say(response, 200, status(), { 'Content-Type': 'text/xml' })
    if (method === 'POST' && url === '/eSCL/ScanJobs') return makeJob(body, response)
    if (method === 'GET' && job !== undefined && url === `${job.path}/NextDocument`) return nextDocument(job, request, response)
    if (method === 'DELETE' && job !== undefined) {
      if (job.state === 'Processing') job.state = 'Canceled'
      return say(response, 200)
    }
    say(response, 404)
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => { answer(request, Buffer.concat(parts).toString(), response) })
  })
  server.on(isSecure ? 'secureConnection' : 'connection', () => { opened += 1 })
  await new Promise<void>(resolve => { server.listen(0, resolve) })
  const { port } = server.address() as AddressInfo
  const bonjour = announced === undefined ? null : new Bonjour()
  if (bonjour !== null && announced !== undefined) {
    const txt = { rs: 'eSCL', ty: announced, pdl: 'image/jpeg', cs: 'color,grayscale', is: 'platen,adf', vers: '2.63', duplex: 'T' }
    const service = bonjour.publish({ name: announced, type: isSecure ? 'uscans' : 'uscan', host: 'may-quet.local', port, txt })
    await new Promise(resolve => service.once('up', resolve))
  }

  return {
    root: new URL(`${isSecure ? 'https' : 'http'}://127.0.0.1:${String(port)}/eSCL/`),
    asked,
    settings: () => lastSettings,
    sockets: () => opened,
    openJobs: () => jobs.filter(job => job.state === 'Processing').length,
    putRight: again => {
      left = []
      stuck = null
      if (again !== undefined) feeder = [...again]
    },
    close: async () => {
      if (bonjour !== null) await new Promise<void>(resolve => { bonjour.unpublishAll(() => { bonjour.destroy(); resolve() }) })
      server.closeAllConnections()
      if (server.listening) await new Promise<void>(resolve => { server.close(() => { resolve() }) })
    },
  }
}

function say(response: ServerResponse, status: number, body: string | Uint8Array = '', headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
}
