import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ADMINISTRATOR, firstPassword } from './city/first-password.ts'
import { withOwnCity } from './city/own-city.ts'
import { runSeen } from './display.ts'
import { CACHE, PROJECT } from './folders.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '8080' } } })

/** A city on this machine: embedded tables, a data folder, nothing to install. Ends with the server's own exit code. */
async function city(): Promise<number> {
  const data = resolve(values.data ?? process.env['MOT_CUA_DATA'] ?? join(CACHE, 'city'))
  const address = process.env['MOT_CUA_ADDRESS'] ?? `http://127.0.0.1:${values.port}`
  const password = await withOwnCity({ data, address }, firstPassword)
  console.log(`The city's data lies in ${data}. Its pages: ${address}`)
  if (password !== undefined) console.log(`First administrator, told this once: ${ADMINISTRATOR} / ${password}`)
  Object.assign(process.env, { MOT_CUA_DATA: data, PORT: values.port, MOT_CUA_ADDRESS: address, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' })
  return runSeen(process.execPath, [join(PROJECT, 'server/server.ts')])
}

process.exitCode = await city()
