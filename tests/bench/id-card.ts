import { isDeepStrictEqual } from 'node:util'
import { loadavg } from 'node:os'
import { openPageReader } from '../../main/scanning/ocr/page-reader.ts'
import { parseCardQr } from '../../shared/people/card-qr.ts'
import { cardText, drawCard, GENERATIONS, someFacts, spoiled, type CardDirt } from '../builders/made-cards.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'

/**
 * Texts of cards of every generation and spoiled ones, then images of cards, with a code, with a spoiled one, with none: what is
 * read must be the card's own facts, or a refusal. `wrong` counts everything else, `missed` codes that were there and not seen;
 * `runs` is the count of images, five texts to each.
 */
export const idCard: Rig = async ({ runs, seed, say }) => {
  const chance = seededRandom(seed)
  const payloads = { right: 0, refused: 0, wrong: 0 }
  for (let nth = 0; nth < runs * 5; nth += 1) {
    const generation = chance.pick(GENERATIONS)
    const facts = someFacts(chance, generation)
    const text = cardText(facts, generation, chance)
    const isSpoiled = nth % 4 === 3
    const read = parseCardQr(isSpoiled ? spoiled(text, chance) : text)
    if (read.ok && !isSpoiled && isDeepStrictEqual(read.value, facts)) payloads.right += 1
    else if (!read.ok && isSpoiled) payloads.refused += 1
    else payloads.wrong += 1
  }
  say(`texts: ${JSON.stringify(payloads)}`)

  const images = { right: 0, printed: 0, refused: 0, wrong: 0, missed: 0 }
  const seconds: number[] = []
  const reader = openPageReader({ report: error => { throw error } })
  for (let nth = 0; nth < runs; nth += 1) {
    const generation = GENERATIONS[nth % GENERATIONS.length] ?? 'chip'
    const facts = someFacts(chance, generation)
    const text = cardText(facts, generation, chance)
    const kind = KINDS[nth % KINDS.length] ?? 'code'
    const code = kind === 'code' ? text : kind === 'spoiled' ? text.replace(/^\d/, '') : null
    const image = await drawCard({ facts, code, hasNumber: kind !== 'back' }, someDirt(chance), chance)
    const from = performance.now()
    const read = await reader.readCard(image)
    seconds.push((performance.now() - from) / 1000)
    if (!read.ok) images[kind === 'code' ? 'missed' : 'refused'] += 1
    else if (read.value.source === 'qr') images[kind === 'code' && isDeepStrictEqual(read.value.card, facts) ? 'right' : 'wrong'] += 1
    else images[kind !== 'back' && read.value.personalNumber === facts.personalNumber ? 'printed' : 'wrong'] += 1
    if (nth % 20 === 19) say(`${String(nth + 1)} images: ${JSON.stringify(images)}; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  }
  await reader.rest()
  return {
    payloads: runs * 5, payloadsRight: payloads.right, payloadsRefused: payloads.refused, payloadsWrong: payloads.wrong,
    images: runs, byCode: images.right, byPrint: images.printed, refused: images.refused, missed: images.missed, wrong: images.wrong,
    seconds: rounded(median(seconds), 2), load: rounded(loadavg()[0] ?? 0),
  }
}

/** Seven sides of ten have a code that can be read. */
const KINDS = ['code', 'code', 'none', 'code', 'code', 'spoiled', 'code', 'code', 'back', 'code'] as const

function someDirt(chance: Random): CardDirt {
  return { dpi: chance.pick([200, 300, 400]), skew: chance.next() * 8 - 4, noise: chance.next() * 50, blur: chance.next() * 0.7 }
}
