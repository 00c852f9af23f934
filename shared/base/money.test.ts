import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMoney, formatMoney, MAX_MONEY, moneyInWords } from './money.ts'

test('M1 money is written in groups of three with đ', () => {
  expect([0, 999, 1000, 8000, 1_234_567, MAX_MONEY].map(formatMoney))
    .toEqual(['0 đ', '999 đ', '1.000 đ', '8.000 đ', '1.234.567 đ', '999.999.999.999 đ'])
})

test('M1 money is spoken as people say it', () => {
  const spoken: [number, string][] = [
    [0, 'không đồng'], [4, 'bốn đồng'], [5, 'năm đồng'], [10, 'mười đồng'], [11, 'mười một đồng'], [14, 'mười bốn đồng'], [15, 'mười lăm đồng'],
    [21, 'hai mươi mốt đồng'], [24, 'hai mươi tư đồng'], [25, 'hai mươi lăm đồng'], [40, 'bốn mươi đồng'], [101, 'một trăm linh một đồng'],
    [111, 'một trăm mười một đồng'], [8000, 'tám nghìn đồng'], [1005, 'một nghìn không trăm linh năm đồng'], [200_000, 'hai trăm nghìn đồng'],
    [1_000_005, 'một triệu không trăm linh năm đồng'], [10_050_000, 'mười triệu không trăm năm mươi nghìn đồng'],
    [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
    [21_000_000_000, 'hai mươi mốt tỷ đồng'],
  ]
  expect(spoken.map(([amount]) => moneyInWords(amount))).toEqual(spoken.map(([, words]) => words))
})

test('M1 words read back give the same amount', () => {
  fc.assert(fc.property(fc.oneof(fc.integer({ min: 0, max: MAX_MONEY }), fc.integer({ min: 0, max: 99_999 })), amount => {
    expect(wordsToAmount(moneyInWords(amount))).toBe(amount)
  }), { numRuns: 2000 })
})

test('M1 every group of three digits is spoken as school teaches it, at the head and behind a larger one', () => {
  for (let group = 1; group < 1000; group += 1) {
    const written = String(group).padStart(3, '0')
    const whole = taught(written)
    const head = whole.replace(/^không trăm (linh )?/, '')
    expect([group, 1000 * group, 1_000_000_000 * group].map(moneyInWords)).toEqual(['', ' nghìn', ' tỷ'].map(scale => `${head}${scale} đồng`))
    expect(moneyInWords(7_000_000_000 + group)).toBe(`bảy tỷ ${whole} đồng`)
    expect(moneyInWords(21_000_000 + group * 1000 + group)).toBe(`hai mươi mốt triệu ${whole} nghìn ${whole} đồng`)
  }
  expect(moneyInWords(MAX_MONEY)).toBe(`${['tỷ', 'triệu', 'nghìn'].map(scale => `${taught('999')} ${scale}`).join(' ')} ${taught('999')} đồng`)
})

test('M1 an amount that is not whole đồng is refused', () => {
  const wrong = [-1, -0.5, 0.5, MAX_MONEY + 1, Infinity, NaN, '5', null, undefined]
  expect(wrong.map(amount => checkMoney(amount))).toEqual([
    'money/negative', 'money/negative', 'money/fractional', 'money/too-large', 'money/too-large',
    'money/not-a-number', 'money/not-a-number', 'money/not-a-number', 'money/not-a-number',
  ].map(code => ({ ok: false, problem: { code } })))
  expect(() => formatMoney(-1)).toThrow('money/negative')
  expect(() => moneyInWords(1.5)).toThrow('money/fractional')
})

/** Reads spoken Vietnamese from left to right; written apart from the speaker on purpose. */
function wordsToAmount(words: string): number {
  const digits: Record<string, number> = {
    không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9,
  }
  const scales: Record<string, number> = { tỷ: 1e9, triệu: 1e6, nghìn: 1e3, đồng: 1 }
  let total = 0
  let group = 0
  let digit = 0
  for (const word of words.split(' ')) {
    if (word === 'trăm') { group += digit * 100; digit = 0 }
    else if (word === 'mươi') { group += digit * 10; digit = 0 }
    else if (word === 'mười') group += 10
    else if (word in scales) { total += (group + digit) * (scales[word] ?? NaN); group = 0; digit = 0 }
    else if (word !== 'linh') digit = digits[word] ?? NaN
  }
  return total
}

/** Three digits said one after the other, then mended as ears want it: a way of its own, by text alone. */
function taught(written: string): string {
  const names = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
  const [hundreds = '', tens = '', units = ''] = [...written].map(digit => names[Number(digit)])
  return `${hundreds} trăm ${tens} mươi ${units}`
    .replace(/ không mươi không$/, '').replace(/ không mươi/, ' linh').replace(/một mươi/, 'mười').replace(/(mươi|mười) không$/, '$1')
    .replace(/mươi một$/, 'mươi mốt').replace(/mươi bốn$/, 'mươi tư').replace(/(mươi|mười) năm$/, '$1 lăm')
}
