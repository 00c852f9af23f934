import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay } from '../base/day.ts'
import { normalise } from '../base/text.ts'
import { parseCardQr, type CardFacts } from './card-qr.ts'

const an: CardFacts = {
  personalNumber: '092085000123', oldNumber: '362145678', name: 'Nguyễn Thị Ẩm', bornOn: '1985-03-07', sex: 'female',
  address: 'Số 12, Khu vực 3, An Hòa, Ninh Kiều, Cần Thơ', issuedOn: '2021-05-10',
}
const anText = '092085000123|362145678|Nguyễn Thị Ẩm|07031985|Nữ|Số 12, Khu vực 3, An Hòa, Ninh Kiều, Cần Thơ|10052021'

const problemOf = (text: string): string => {
  const read = parseCardQr(text)
  return read.ok ? 'none' : read.problem.code
}

test('U5 a chip card of seven fields gives its seven facts', () => {
  expect(parseCardQr(anText)).toEqual({ ok: true, value: an })
})

test('U5 of a card from 2024 the family fields are dropped unread', () => {
  const family = ['TRẦN VĂN HỘ', '092060000999', 'Trần Văn Cha', '\u0000\u0001', 'Lê Thị Mẹ']
  expect(parseCardQr([anText, ...family].join('|'))).toEqual({ ok: true, value: an })
})

test('U5 where the issue day is missing and the family follows at once, nothing of the family is read', () => {
  const read = parseCardQr('092085000123||NGUYỄN THỊ ẨM|07/03/1985|Nữ|Cần Thơ|Trần Văn Hộ|092060000999')
  expect(read).toEqual({ ok: true, value: { ...an, oldNumber: null, name: 'NGUYỄN THỊ ẨM', address: 'Cần Thơ', issuedOn: null } })
})

test('blanks, line ends, decomposed letters, slashes and labels are read as the same card', () => {
  const slashed = anText.replace('07031985', '07/03/1985').replace('10052021', '10/05/2021')
  const labels = ['Số CCCD: ', 'Số CMND: ', 'Họ và tên: ', 'Ngày sinh: ', 'Giới tính: ', 'Nơi thường trú: ', 'Ngày cấp: ']
  const labelled = slashed.split('|').map((field, i) => `${labels[i] ?? ''}${field}`)
  const ways = [
    slashed, `  ${anText}\r\n`, anText.normalize('NFD'), anText.replaceAll('|', ' | '), `\ufeff${anText}`, anText.replace('Nguyễn Thị', 'Nguyễn   Thị'),
    labelled.join('|'), labelled.join('\n'), anText.replace('Nữ', 'NỮ'),
  ]
  for (const way of ways) expect(parseCardQr(way)).toEqual({ ok: true, value: an })
})

test('an empty old number, a missing issue day, address or sex are null', () => {
  expect(parseCardQr('092085000123||Nguyễn Thị Ẩm|07031985|||')).toEqual({ ok: true, value: { ...an, oldNumber: null, sex: null, address: null, issuedOn: null } })
  expect(parseCardQr('092085000123|Nguyễn Thị Ẩm|07031985|Nữ')).toEqual({ ok: true, value: { ...an, oldNumber: null, address: null, issuedOn: null } })
})

test('names keep the case and the marks they are printed with', () => {
  for (const name of ["H'Hen Niê", 'Y-Moan Êñuôl', 'LÝ THỊ THẠCH SÔ PHI', 'Ngô Ỷ']) {
    expect(parseCardQr(`092085000123||${name}|07031985|Nam|Cần Thơ|`)).toMatchObject({ ok: true, value: { name } })
  }
})

test('a malformed text is refused with the reason', () => {
  const refused: Readonly<Record<string, string>> = {
    '': 'card/empty', ' \r\n': 'card/empty', ['9'.repeat(10_000)]: 'card/too-long', [anText.padEnd(10_000, '|x')]: 'card/too-long',
    '092085000123': 'card/not-a-card', 'https://example.vn': 'card/not-a-card', '\u0000\u0001\u0002|\u0003': 'card/unreadable',
    [anText.replace('Ẩm', '\ufffd\ufffdm')]: 'card/unreadable', [anText.replace('092085000123', '92085000123')]: 'card/number-malformed',
    [anText.replace('092085000123', '0920850001234')]: 'card/number-malformed', [anText.replace('092085000123', '09208500012A')]: 'card/number-malformed',
    [anText.replace('362145678', '36214567')]: 'card/old-number-malformed', [anText.replace('362145678', 'ABC')]: 'card/old-number-malformed',
    [anText.replace('Nguyễn Thị Ẩm', '')]: 'card/name-missing', '092085000123|362145678': 'card/name-missing',
    [anText.replace('Nguyễn Thị Ẩm', '<script>alert(1)</script>')]: 'card/name-malformed', [anText.replace('Nguyễn Thị Ẩm', 'An '.repeat(90))]: 'card/too-long',
    [anText.replace('07031985', '31021985')]: 'card/date-impossible', [anText.replace('07031985', '00001985')]: 'card/date-impossible',
    [anText.replace('07031985', 'hôm qua')]: 'card/date-impossible', [anText.replace('10052021', '31022021')]: 'card/date-impossible',
    [anText.replace('10052021', '10051984')]: 'card/date-impossible', [anText.replace('Nữ', 'Xanh')]: 'card/sex-unknown',
    [anText.replace('Số 12', 'Số 12 '.repeat(100))]: 'card/too-long',
  }
  for (const [text, code] of Object.entries(refused)) expect([text.slice(0, 80), problemOf(text)]).toEqual([text.slice(0, 80), code])
})

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const word = fc.constantFrom('Nguyễn', 'Thị', 'Ẩm', 'TRẦN', 'Đặng', 'Văn', 'Z', "H'Hen", 'Niê', 'Ấp 3', 'xã Trường Long')
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map(list => list.join(' '))
const twelve = fc.integer({ min: 1, max: 12 })
const dayBetween = (from: number, to: number) => fc.tuple(fc.integer({ min: from, max: to }), twelve, fc.integer({ min: 1, max: 28 }))
  .map(([year, month, of]) => `${String(year)}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`)
const card: fc.Arbitrary<CardFacts> = fc.record({
  personalNumber: digits(12), oldNumber: fc.option(digits(9)), name: words.filter(name => !/\d/.test(name)), bornOn: dayBetween(1900, 2020),
  sex: fc.constantFrom('male', 'female'), address: fc.option(words), issuedOn: fc.option(dayBetween(2021, 2060)),
})
const cardToText = (facts: CardFacts, writeDay: (on: string) => string): string => [
  facts.personalNumber, facts.oldNumber ?? '', facts.name, writeDay(facts.bornOn ?? ''), facts.sex === 'male' ? 'Nam' : 'Nữ', facts.address ?? '',
  facts.issuedOn === null ? '' : writeDay(facts.issuedOn),
].join('|')

test('any card read back is the card that was written, in either way of writing days', () => {
  const ways = [formatDay, (on: string) => formatDay(on).replaceAll('/', '')]
  fc.assert(fc.property(card, fc.constantFrom(...ways), (facts, way) => {
    expect(parseCardQr(cardToText(facts, way))).toEqual({ ok: true, value: facts })
  }), { numRuns: 500 })
})

test('U5 whatever stands behind the seventh field never appears in what is kept', () => {
  fc.assert(fc.property(card, fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 10 }), (facts, tail) => {
    expect(parseCardQr([cardToText(facts, formatDay), ...tail].join('|'))).toEqual({ ok: true, value: facts })
  }), { numRuns: 500 })
})

test('no text at all throws, and nothing comes back that is not composed and trimmed', () => {
  const likeACard = fc.array(fc.oneof(digits(12), words, fc.string()), { maxLength: 9 }).map(list => list.join('|'))
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), likeACard), text => {
    const read = parseCardQr(text)
    if (read.ok) expect(normalise(read.value.name)).toBe(read.value.name)
  }), { numRuns: 1000 })
})
