import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { LIMITS, ROUTES } from '../../shared/sync/protocol.ts'

let world: TestCity
let port: number
beforeAll(async () => {
  world = await openTestCity()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  port = (world.app.server.address() as AddressInfo).port
})
afterAll(() => world.close())

/** Says that a long body comes, and sends its beginning. */
async function begin(bytes: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`POST ${ROUTES.giveBack} HTTP/1.1\r\nhost: city\r\ncontent-type: application/json\r\ncontent-length: ${String(bytes)}\r\n\r\n{`)
  return socket
}

async function statusOf(socket: Socket): Promise<string> {
  const [first] = await once(socket, 'data') as [Buffer]
  return first.toString().slice(9, 12)
}

test('S10 strangers cannot fill the memory with what they say is the city\'s: few long bodies at once, the next is told later', async () => {
  const waiting = [await begin(10_000_000), await begin(10_000_000), await begin(10_000_000)]
  const served = new Promise<void>(resolve => { world.app.server.once('request', () => { resolve() }) })
  const fourth = await begin(10_000_000)
  await served
  expect(await statusOf(fourth)).toBe('503')
  const gone = waiting[0] as Socket
  gone.destroy()
  // The city hears of the closed line on its own; whoever asks again is let in then.
  let status = '503'
  for (let tries = 0; tries < 100 && status === '503'; tries += 1) {
    const again = await begin(2)
    again.write('}')
    status = await statusOf(again)
    again.destroy()
  }
  expect(status).toBe('400')
  for (const socket of [...waiting, fourth]) socket.destroy()
})

test('a body longer than any letterbox is refused before it is read', async () => {
  const socket = await begin(LIMITS.giveBackBytes + 1)
  expect(await statusOf(socket)).toBe('413')
  socket.destroy()
})
