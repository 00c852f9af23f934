import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { startCityProcess, type CityProcess } from '../../tests/builders/city-process.ts'
import { openTcpProxy, type TcpProxy } from '../../tests/faults/tcp-proxy.ts'
import { ADMINISTRATOR } from '../city/first-password.ts'
import { PRACTICE_CITY, withOwnCity } from '../city/own-city.ts'
import { appointPractice, writeEnrolFile } from '../city/practice.ts'
import { DAY_STAFF } from './first-start.ts'

const CLOCK = pathToFileURL(join(import.meta.dirname, '../city/rehearsed-clock.mjs')).href
/** Phường Cái Răng. */
export const UNIT = '31186'

/** The city of the rehearsed day, and the line its two desks reach it by. */
export interface DayOffice {
  readonly city: () => CityProcess
  readonly line: TcpProxy
  /** Where the city keeps everything. */
  readonly data: string
  /** What the first desk types. */
  readonly code: string
  /** What the second desk is given. */
  readonly enrolFile: string
  readonly password: string
  /** The same city some hours later, UTC. */
  readonly later: (at: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A city with the office's people in it, and a code for each of two desks. */
export async function openOffice(data: string, seed: number, at: string): Promise<DayOffice> {
  const line = await openTcpProxy(1, {}, seed)
  const files = [join(data, 'desk-1.json'), join(data, 'desk-2.json')] as const
  await withOwnCity({ data, address: line.address, now: () => Date.parse(at) }, async city => {
    await appointPractice(city, UNIT, DAY_STAFF)
    for (const [place, file] of files.entries()) await writeEnrolFile(city, file, { unit: UNIT, desk: `Quầy ${String(place + 1)}` })
  })
  const password = `mat-khau-${String(seed)}-${String(process.pid)}`
  const { code } = JSON.parse(readFileSync(files[0], 'utf8')) as { readonly code: string }
  let city = await startAt(at)
  line.toPort(city.port)

  function startAt(instant: string): Promise<CityProcess> {
    return startCityProcess({
      data, address: line.address, administrator: { signInName: ADMINISTRATOR, password },
      env: { MOT_CUA_CITY: PRACTICE_CITY, REHEARSED_CLOCK: instant, NODE_OPTIONS: `--import=${CLOCK}` },
    })
  }

  return {
    city: () => city, line, data, code, enrolFile: files[1], password,
    later: async instant => {
      await city.stop()
      city = await startAt(instant)
      line.toPort(city.port)
    },
    close: async () => {
      await city.stop()
      await line.close()
    },
  }
}

/** An afternoon's line: narrow, far, and cut now and then. */
export const BAD_LINE = { isDown: false, delayMs: 150, bytesPerSecond: 32_000, cut: 0.005 } as const
