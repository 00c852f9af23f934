import { withOwnCity, type CityPlace } from '../../build/city/own-city.ts'
import { openCityHttps } from '../../main/sync/transports/city-https.ts'
import type { Transport } from '../../main/sync/transports/transport.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { startCityProcess, type CityProcess, type CityProcessOptions } from './city-process.ts'
import { pretendPc, type PretendPc } from './pretend-pc.ts'

/** A running city and PCs that it admitted over the wire. */
export interface AdmittedPcs {
  readonly city: CityProcess
  readonly cityKey: string
  readonly pcs: readonly { readonly pc: PretendPc, readonly unit: string }[]
}

/** Codes by the city's own rules, then its server, then each PC enrols as every one does. */
export async function admitPcs(
  place: CityPlace, units: readonly string[], options: Partial<CityProcessOptions> = {},
): Promise<AdmittedPcs> {
  const { codes, cityKey } = await withOwnCity(place, async city => {
    const issued: string[] = []
    for (const [nth, unit] of units.entries()) {
      const code = await issueCode(city, THE_CITY, { unit, desk: `Quầy ${String(nth + 1)}` })
      if (!code.ok) throw new Error(code.problem.code)
      issued.push(code.value.code)
    }
    return { codes: issued, cityKey: city.keys.publicKey }
  })
  const city = await startCityProcess({ ...place, ...options })
  const pcs: { readonly pc: PretendPc, readonly unit: string }[] = []
  for (const [nth, code] of codes.entries()) {
    const pc = pretendPc(`pc-made-${String(nth)}`)
    const road = roadTo(city.address, pc)
    const enrolled = await road.enrol(pc.enrolBy(code))
    road.close()
    if (!enrolled.ok) throw new Error(enrolled.problem.code)
    pcs.push({ pc, unit: units[nth] ?? '' })
  }
  return { city, cityKey, pcs }
}

/** The road a PC takes, by the real clock. */
export function roadTo(address: string, pc: Pick<PretendPc, 'device' | 'sign'>): Transport {
  return openCityHttps({ address, device: pc.device, sign: pc.sign, now: () => Date.now() })
}
