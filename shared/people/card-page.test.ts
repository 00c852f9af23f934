import { expect, test } from 'vitest'
import { isCardPage, readCardCodes } from './card-page.ts'
import { findPrintedNumber } from './card-print.ts'

const card = '092085000123|362145678|Nguyễn Văn Ẩm|07031985|Nam|Số 12, Ninh Kiều, Cần Thơ|10052021'
const other = card.replace('092085000123', '092085000999')

test('U5 a side of a card’s size, lying or standing, and any page with a card’s code is an ID card’s page', () => {
  const seen = [
    { width: 85.6, height: 54, codes: [] }, { width: 52, height: 88, codes: [] }, { width: 210, height: 297, codes: [card] },
    { width: 210, height: 297, codes: [] }, { width: 85, height: 120, codes: [] }, { width: 210, height: 297, codes: ['H13.064-261120-0432'] },
  ]
  expect(seen.map(isCardPage)).toEqual([true, true, true, false, false, false])
})

test('of all codes on a page the card’s is read, and two cards are refused', () => {
  expect(readCardCodes(['https://example.vn', card])).toMatchObject({ ok: true, value: { personalNumber: '092085000123' } })
  expect(readCardCodes([card, card])).toMatchObject({ ok: true })
  expect(readCardCodes([card, other])).toEqual({ ok: false, problem: { code: 'card/two-cards' } })
  expect(readCardCodes([card.replace('07031985', '31021985')])).toEqual({ ok: false, problem: { code: 'card/date-impossible', field: 'bornOn' } })
  expect(readCardCodes(['https://example.vn'])).toBeUndefined()
})

const front = [
  'CĂN CƯỚC CÔNG DÂN', 'Số / No.: 092 085 000 123', 'Họ và tên / Full name:', 'NGUYỄN VĂN ẨM',
  'Ngày sinh / Date of birth: 07/03/1985', 'Giới tính / Sex: Nam   Quốc tịch / Nationality: Việt Nam', 'Có giá trị đến: 07/03/2045',
]

test('a printed number is proposed where birth year and sex agree with it', () => {
  expect(findPrintedNumber(front.join('\n'))).toBe('092085000123')
  expect(findPrintedNumber('092085000123')).toBe('092085000123')
})

test('a number that is misread, doubted or one of two is no proposal', () => {
  const text = front.join('\n')
  const doubted = [
    text.replace('Sex: Nam', 'Sex: Nữ'), text.replace('03/1985', '03/1935'), text.replace('092 085', '099 085'),
    text.replace('No.: 092', 'No.: 92'), text.replace('000 123', '000 1234'), `${text}\n092085000999`, '',
  ]
  expect(doubted.map(findPrintedNumber)).toEqual(doubted.map(() => undefined))
})

test('the lines for machines on the back prove themselves', () => {
  const line = 'IDVNM0850001235092085000123<<4'
  expect(findPrintedNumber(`x\n${line}\n8503079M4503073VNM<<<<<<<<<<<8`)).toBe('092085000123')
  expect(findPrintedNumber(line.replace('IDVNM0', 'IDVNMO'))).toBe('092085000123')
  expect([line.replace('0123<', '0124<'), line.replace('1235092', '1236092')].map(findPrintedNumber)).toEqual([undefined, undefined])
})
