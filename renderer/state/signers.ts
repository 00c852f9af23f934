import { useOffice } from './office.ts'

const KEY = 'certification-signers'
const KEPT = 6

/** Whoever signs certifications, with the title over the signature. */
export interface SignerChoice {
  readonly name: string
  readonly title: string
}

/** Whom the city names for this unit, then who else signed on this PC, the last first. */
export function signersToChoose(): readonly SignerChoice[] {
  const ofCity = citySigners()
  return [...ofCity, ...knownSigners().filter(signer => !ofCity.some(named => isSame(named, signer)))]
}

/** Whoever signs unless somebody else is chosen: who signed last, if the city names nobody or names them too. */
export function usualSigner(): SignerChoice | undefined {
  const ofCity = citySigners()
  const [last] = knownSigners()
  return ofCity.length === 0 || (last !== undefined && ofCity.some(named => isSame(named, last))) ? last : ofCity[0]
}

/** Whom the city has published for this unit. */
export function citySigners(): readonly SignerChoice[] {
  const { view } = useOffice.getState()
  return view === null ? [] : view.city.settings.signers[view.office.unit] ?? []
}

/** Who signed on this PC, the last first. */
function knownSigners(): readonly SignerChoice[] {
  const lines = (localStorage.getItem(KEY) ?? '').split('\n').filter(line => line.includes('\t'))
  return lines.map(line => {
    const [name = '', title = ''] = line.split('\t')
    return { name, title }
  })
}

export function rememberSigner(signer: SignerChoice): void {
  const others = knownSigners().filter(known => !isSame(known, signer))
  localStorage.setItem(KEY, [signer, ...others].slice(0, KEPT).map(({ name, title }) => `${name}\t${title}`).join('\n'))
}

function isSame(one: SignerChoice, other: SignerChoice): boolean {
  return one.name === other.name && one.title === other.title
}
