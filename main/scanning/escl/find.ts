import { Bonjour, type Service } from 'bonjour-service'

export interface Found {
  /** As the device calls itself on the network; unique there. */
  readonly name: string
  /** Ends in a slash. */
  readonly root: URL
}

/** The eSCL devices that answer on the office network within `ms`; http before https, since that is faster and equally proven. */
export async function findDevices(ms: number, signal?: AbortSignal): Promise<readonly Found[]> {
  const found = new Map<string, Found>()
  const bonjour = new Bonjour({}, () => undefined)
  const heard = (isSecure: boolean) => (service: Service): void => {
    const root = rootOf(service, isSecure)
    if (root !== null && (!isSecure || !found.has(service.name))) found.set(service.name, { name: service.name, root })
  }
  try {
    bonjour.find({ type: 'uscan' }, heard(false))
    bonjour.find({ type: 'uscans' }, heard(true))
    await pause(ms, signal)
  } finally {
    bonjour.destroy()
  }
  return [...found.values()]
}

/** Where a device may stand when a person gives its address: as typed, or at the places makers choose. */
export function placesOf(address: string): readonly URL[] {
  const typed = address.trim()
  const isWhole = /^https?:\/\//i.test(typed)
  const tries = isWhole ? [typed] : [`http://${typed}`, `https://${typed}`, ...(/:\d+(?:\/|$)/.test(typed) ? [] : [`http://${typed}:8080`])]
  return tries.filter(one => URL.canParse(one)).map(one => {
    const url = new URL(one)
    if (url.pathname === '/') url.pathname = '/eSCL/'
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    return url
  })
}

function rootOf(service: Service, isSecure: boolean): URL | null {
  const host = service.addresses?.find(address => /^\d+\.\d+\.\d+\.\d+$/.test(address) && !address.startsWith('169.254.')) ?? service.host
  const { rs } = (service.txt ?? {}) as { readonly rs?: unknown }
  const path = typeof rs === 'string' && rs !== '' ? rs.replace(/^\/|\/$/g, '') : 'eSCL'
  const address = `${isSecure ? 'https' : 'http'}://${host}:${String(service.port)}/${path}/`
  return URL.canParse(address) ? new URL(address) : null
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => { clearTimeout(timer); resolve() }, { once: true })
  })
}
