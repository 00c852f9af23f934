import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fieldSlug, toProcedure } from '../import-catalogue.ts'
import type { Overlay, PortalChannel, PortalPaper, PortalProcedure } from './portal.ts'
import { paperTitle } from './words.ts'

const paper = (name: string, kind: PortalPaper['kind'] = 'submit'): PortalPaper => ({ name, kind, originals: kind === 'note' ? 0 : 1, copies: 0 })
const row = (given: Partial<PortalChannel>): PortalChannel => ({ channel: 'Trực tiếp', time: '3', unit: 'Ngày làm việc', fee: 'Miễn phí', note: '', ...given })
const portal = (given: Partial<PortalProcedure>): PortalProcedure => ({
  code: '1.000001', name: 'Thủ tục đăng ký thử', field: 'Hộ tịch', level: 'Cấp xã', decision: 'QĐ/1', who: 'Công dân', url: 'https://example.vn',
  channels: [row({})], groups: [], results: [], raw_result: null, ...given,
})
const limitsOf = (...channels: PortalChannel[]) => toProcedure(portal({ channels }), undefined).limits
const feesOf = (...channels: PortalChannel[]) => toProcedure(portal({ channels }), undefined).fees
const casesOf = (...groups: (readonly [string, ...PortalPaper[]])[]) =>
  toProcedure(portal({ groups: groups.map(([name, ...papers]) => ({ case: name, papers })) }), undefined).cases

test('the name loses its "Thủ tục", the field gives the folder', () => {
  expect(toProcedure(portal({}), undefined)).toMatchObject({ name: 'Đăng ký thử', shortName: 'Đăng ký thử' })
  expect(fieldSlug('Thu BHXH, BHYT (hộ kinh doanh)')).toBe('thu-bhxh-bhyt-ho-kinh-doanh')
})

test('a limit is clear only with a unit and one figure', () => {
  expect(limitsOf(row({}), row({ channel: 'Trực tuyến' }))).toEqual([
    { channel: 'direct', limit: { count: 3, unit: 'working-days' } }, { channel: 'online', limit: { count: 3, unit: 'working-days' } },
  ])
  expect(limitsOf(row({ unit: null, time: '1' }))).toEqual([{ channel: 'direct', limit: null, unclear: 'no-unit', stated: '1' }])
  expect(limitsOf(row({ unit: null, time: null }))).toEqual([{ channel: 'direct', limit: null, unclear: 'blank' }])
  expect(limitsOf(row({}), row({ time: '7', unit: 'Ngày' })).map(({ unclear }) => unclear)).toEqual(['several-figures', 'several-figures'])
})

test('what the overlay knows replaces the source and says so', () => {
  const overlay = { limit: { count: 0, unit: 'same-day' as const }, limitNote: 'Trong ngày.', fee: { amount: 8000, per: 'bản' } }
  const { limits, fees } = toProcedure(portal({ channels: [row({ unit: null })] }), overlay)
  expect(limits).toEqual([{ channel: 'direct', limit: { count: 0, unit: 'same-day' }, note: 'Trong ngày.', source: 'overlay' }])
  expect(fees).toEqual([{ channel: 'direct', amount: 8000, per: 'bản', source: 'overlay' }])
})

test('free is only what says so without a but', () => {
  const unclear = (given: Partial<PortalChannel>) => feesOf(row(given)).map(fee => [fee.amount, fee.unclear])
  expect(unclear({})).toEqual([[0, undefined]])
  expect(unclear({ note: '(Không quy định.)05 ngày làm việc' })).toEqual([[0, undefined]])
  expect(unclear({ note: '(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)' })).toEqual([[null, 'council-decides']])
  expect(unclear({ note: '(Theo quy định của Luật phí và lệ phí.)' })).toEqual([[null, 'set-elsewhere']])
  expect(unclear({ fee: 'Không có thông tin' })).toEqual([[null, 'not-stated']])
})

test('a figure is doubted when its note tells another, and dollars are for embassies', () => {
  expect(feesOf(row({ fee: '50,000 Việt Nam Đồng', note: '(/văn bản)' }))).toEqual([{ channel: 'direct', amount: 50_000, per: 'văn bản' }])
  expect(feesOf(row({ fee: '700 VNĐ', note: '(700.000 đồng/cơ sở.)' }))).toMatchObject([{ amount: null, unclear: 'figure-doubtful', stated: '700 VNĐ' }])
  expect(feesOf(row({ fee: '10,000 Việt Nam Đồng' }), row({ fee: '10 USD' }))).toEqual([{ channel: 'direct', amount: 10_000 }])
  expect(() => feesOf(row({ fee: 'hai nghìn' }))).toThrow('Unknown fee')
})

test('groups that only sort papers are one case, situations are cases that share the common papers', () => {
  const declaration = paper('Tờ khai theo mẫu')
  const [one, ...none] = casesOf(['* Giấy tờ phải xuất trình:', paper('Hộ chiếu', 'present')], ['* Lưu ý:', paper('Ghi chú', 'note')], ['--', declaration])
  const titles = one?.requiredPapers.map(({ title }) => title)
  expect([one?.id, one?.name, titles, none]).toEqual(['default', '', ['Tờ khai', 'Hộ chiếu', 'Ghi chú'], []])
  const [first, second] = [paper('Giấy A cấp mới'), paper('Giấy B cấp lại')]
  const two = casesOf(['- Trường hợp cấp mới, hồ sơ gồm:', first], ['b) Trường hợp cấp lại:', second], ['--', declaration])
  expect(two.map(({ id, name, requiredPapers }) => [id, name, requiredPapers.map(({ id }) => id)])).toEqual([
    ['c1', 'Trường hợp cấp mới', ['p3', 'p1']], ['c2', 'Trường hợp cấp lại', ['p3', 'p2']],
  ])
  expect(casesOf()).toEqual([{ id: 'default', name: '', requiredPapers: [], unclear: 'no-papers' }])
})

test('a paper belongs to a situation when its first clause says so; a proxy and the way of filing are told apart', () => {
  const [one] = casesOf(['--', paper('Giấy chứng sinh; trường hợp không có thì nộp văn bản khác'), paper('Biên bản (nếu có)'),
    paper('- Văn bản ủy quyền theo quy định trong trường hợp ủy quyền'), paper('Tờ khai theo mẫu (nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực tiếp)'),
    paper('Mẫu hộ tịch điện tử tương tác')])
  const papers = one?.requiredPapers ?? []
  expect(papers.map(({ title, conditional, forProxy, channels }) => [title, conditional, forProxy === true, channels])).toEqual([
    ['Tờ khai', false, false, ['direct', 'post']], ['Giấy chứng sinh', false, false, undefined], ['Mẫu hộ tịch điện tử tương tác', false, false, ['online']],
    ['Biên bản', true, false, undefined], ['Văn bản ủy quyền', true, true, undefined],
  ])
})

test('a title names the paper and stays within 70 characters', () => {
  const titles = {
    '- Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi do cơ quan có thẩm quyền lập.': 'Biên bản về việc trẻ bị bỏ rơi',
    'Đối với Quân đội nhân dân: Giấy giới thiệu của đơn vị.': 'Giấy giới thiệu của đơn vị',
    '(1) Điều lệ;': 'Điều lệ',
    '- Đơn xin nhận con nuôi;1.nxinnhnconnui.doc': 'Đơn xin nhận con nuôi',
    'Đơn đề nghị gia hạn theo Mẫu số 2 Phụ lục II': 'Đơn đề nghị gia hạn',
  }
  expect(Object.fromEntries(Object.keys(titles).map(name => [name, paperTitle(name)]))).toEqual(titles)
  expect(paperTitle('Văn bản '.repeat(30)).length).toBeLessThanOrEqual(70)
})

test('every entry of the overlay is about a procedure that is there', () => {
  const overlay = JSON.parse(readFileSync(join(import.meta.dirname, '../catalogue-overlay.json'), 'utf8')) as Overlay
  const ranks = Object.values(overlay).map(({ rank }) => rank)
  expect(new Set(ranks).size).toBe(ranks.length)
  for (const { limit, limitNote, fee, feeNote } of Object.values(overlay)) {
    expect([limit === undefined, fee === undefined]).toEqual([limitNote === undefined, feeNote === undefined])
  }
})
