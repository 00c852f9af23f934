import { expect, test } from 'vitest'
import { sampleMoment, sampleReceived, textOf } from '../../../tests/builders/paper-samples.ts'
import { readCoverSheet } from '../../papers/cover-sheet.ts'
import type { Covered } from './covered.ts'
import { coveredBy, coverSheet } from './form.ts'

const [whole] = coveredBy(sampleReceived, 'dossier') as readonly [Covered]
const papers = coveredBy(sampleReceived, 'paper')

/** What its codes say, and at which level they are drawn. */
function codesOf(covered: Covered): readonly unknown[] {
  const codes: unknown[] = []
  coverSheet.layout(covered, { ...sampleMoment, qrSvg: (text, level) => { codes.push([readCoverSheet(text), level]); return '<svg class="code"></svg>' } })
  return codes
}

test('a cover sheet says in big words whose pages come behind it', () => {
  expect(textOf(coverSheet.layout(whole, sampleMoment).html)).toBe([
    'TỜ BÌA QUÉT H13.064-261120-0432 NGUYỄN THỊ ẨM Cả hồ sơ',
    'Nội dung: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Nơi nhận: Phường Cái Răng, Quầy 1 Lúc nhận: 10 giờ 44 phút, ngày 20 tháng 11 năm 2026',
    'Đặt tờ này lên trên các giấy của hồ sơ rồi đưa cả chồng vào máy quét. Quay chiều nào cũng được. Quét xong thì bỏ tờ này, không phải trả cho người nộp.',
  ].join(' '))
})

test('its code names unit, dossier and the least number of sheets that stay, at the level that loses most and is still read', () => {
  expect(codesOf(whole)).toEqual([
    [{ unit: '31186', code: 'H13.064-261120-0432', subject: 'dossier:00aa11bb22cc33dd', paper: null, sheets: 2 }, 'H'],
  ])
})

test('sheets that a person counted stand on it in words and in its code', () => {
  const [counted] = coveredBy(sampleReceived, 'dossier', 5) as readonly [Covered]
  expect(textOf(coverSheet.layout(counted, sampleMoment).html)).toContain('Cả hồ sơ Đúng 5 tờ sau tờ này Nội dung')
  expect(codesOf(counted)).toMatchObject([[{ paper: null, sheets: 5, isCounted: true }, 'H']])
})

test('each paper that is here has one of its own on request', () => {
  expect(papers.map(({ paper }) => paper?.id)).toEqual(['a', 'b', 'c'])
  expect(papers.flatMap(codesOf).map(each => (each as [{ paper: string, sheets: number }])[0])).toMatchObject([
    { paper: 'a', sheets: 1 }, { paper: 'b', sheets: 1 }, { paper: 'c', sheets: 1 },
  ])
})

test('the code stands at two corners and squares stand along every edge, on both sizes', () => {
  for (const [size, least] of [['A4', 70], ['A5', 45]] as const) {
    const { html } = coverSheet.layout(whole, { ...sampleMoment, size, qrSvg: () => '<svg class="code"></svg>' })
    expect(html.match(/<svg class="code">/g)).toHaveLength(2)
    expect(html.match(/h5v5h-5z/g)?.length).toBeGreaterThan(least)
  }
})

test('in training it says so', () => {
  const office = { ...sampleMoment.office, training: true }
  expect(textOf(coverSheet.layout(whole, { ...sampleMoment, office }).html)).toContain('BẢN TẬP HUẤN')
})
