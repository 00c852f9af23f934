import { Value } from 'typebox/value'
import type { Line } from '../../lan/line.ts'
import type { Peer } from '../../lan/peers.ts'
import type { RawPage, Scanner } from '../drivers/driver.ts'
import { nameOfSide } from './ask-lender.ts'
import { makeBell } from './bell.ts'
import { makeDelivery } from './delivery.ts'
import { Ask, type Tell, type LentScanner } from './messages.ts'
import { makeRunner, type RunnerParts } from './runner.ts'

export interface LenderParts extends RunnerParts {
  readonly peers: () => readonly Peer[]
}

export interface Lender {
  /** Serves one desk until its line closes. */
  readonly serve: (line: Line) => Promise<void>
  /** Somebody is at that run: its sheets come, its desk fetches it, or it is being taken over. */
  readonly isBusy: (run: string) => boolean
  /**
   * Gives what is left of a run to this PC's own tray, and forgets it when `take` has all of it; its desk is told that it is gone.
   *
   * False when somebody is at it, or it is not here any more.
   */
  readonly takeOver: (run: string, take: (raw: RawPage) => Promise<void>) => Promise<boolean>
  /** Ends every run at the sheet it is at. */
  readonly stop: () => Promise<void>
}

/**
 * This PC's scanner for the other desks: one run at a time, each side durable here before the next is asked for,
 * and given to the desk that asked, and to no other.
 *
 * A run that a kill cut off keeps the turn of its desk for a while: its sheets still lie in the feeder.
 */
export function openLender(parts: LenderParts): Lender {
  const { spool, turns } = parts
  const bell = makeBell()
  const runner = makeRunner(parts, bell)
  const delivery = makeDelivery(spool, bell)
  const takenOver = new Set<string>()
  for (const { run, device, desk } of spool.runs()) if (spool.endOf(run) === undefined) turns.keepFor(device, desk)

  function isPeer(peer: Peer): boolean {
    return parts.peers().some(({ device, publicKey }) => device === peer.device && publicKey === peer.publicKey)
  }

  async function serve(line: Line): Promise<void> {
    const { channel, peer } = line
    channel.closed.addEventListener('abort', bell.ring, { once: true })
    for (;;) {
      const said = (await channel.next())?.head
      // Whoever was withdrawn meanwhile, or speaks otherwise than agreed, is a stranger.
      if (!Value.Check(Ask, said) || !isPeer(peer)) return
      await answer(said, line)
    }
  }

  async function answer(said: Ask, line: Line): Promise<void> {
    const { channel, peer } = line
    const tell = (told: Tell): Promise<void> => channel.send(told)
    if (said.ask === 'scanners') return tell({ tell: 'scanners', scanners: lent(parts.own()) })
    if (said.ask === 'left') {
      const runs = spool.runs().filter(({ run, device }) => device === peer.device && !takenOver.has(run)).slice(0, 100)
      return tell({ tell: 'left', runs: runs.map(({ run, batch }) => ({ run, batch, sides: spool.count(run) })) })
    }
    const { run } = said
    const head = spool.find(run)
    const owner = head?.device ?? runner.ownerOf(run)
    // A run of another desk is told like one that never was, and so is one that this PC takes over.
    if ((owner !== undefined && owner !== peer.device) || takenOver.has(run)) return tell({ tell: 'gone', run })
    switch (said.ask) {
      case 'run':
        if (owner === undefined && said.have > 0) return tell({ tell: 'gone', run })
        if (!runner.begin(said, line)) return channel.close()
        return delivery.start(run, said.have, channel)
      case 'collect':
        if (head === undefined) return tell({ tell: 'gone', run })
        await runner.leaveOff(run)
        return takenOver.has(run) ? tell({ tell: 'gone', run }) : delivery.start(run, 0, channel)
      case 'have': return delivery.acknowledge(run, said.n)
      case 'stop': return runner.stop(run)
      case 'done':
        if (head !== undefined && spool.endOf(run) !== undefined) await spool.drop(run)
    }
  }

  function isBusy(run: string): boolean {
    return runner.ownerOf(run) !== undefined || delivery.isFetched(run) || takenOver.has(run)
  }

  async function takeOver(run: string, take: (raw: RawPage) => Promise<void>): Promise<boolean> {
    if (spool.find(run) === undefined || isBusy(run)) return false
    takenOver.add(run)
    try {
      await runner.leaveOff(run)
      for (let side = await spool.after(run, 0); side !== undefined; side = await spool.after(run, side.n)) {
        const { dpi, side: front, isPhoto } = side.about
        await take({ bytes: side.bytes, dpi, side: front, isPhoto, name: nameOfSide(run, side.n) })
      }
      await spool.drop(run)
      return true
    } finally {
      takenOver.delete(run)
    }
  }

  return {
    isBusy,
    takeOver,
    serve: line => serve(line).catch((error: unknown) => {
      parts.report(error)
      line.channel.close()
    }),
    stop: runner.stopAll,
  }
}

function lent(scanner: Scanner | null): LentScanner[] {
  if (scanner === null) return []
  const { name, sources, resolutions, reach } = scanner
  return [{ name, sources: [...sources], resolutions: [...resolutions], reach }]
}
