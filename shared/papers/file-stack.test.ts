import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COVER_MARKS, coverSheetText } from './cover-sheet.ts'
import { fileStack } from './file-stack.ts'
import type { KnownDossier, KnownHere, StackSide } from './stack.ts'

const an: KnownDossier = {
  subject: 'dossier:00000000000000aa', code: 'H13.064-261120-0001',
  papers: [{ id: 'p1', name: 'Tờ khai đăng ký khai sinh' }, { id: 'p2', name: 'Giấy chứng sinh' }],
}
const binh: KnownDossier = { subject: 'dossier:00000000000000bb', code: 'H13.064-261120-0002', papers: [{ id: 'p7', name: 'Hợp đồng tặng cho' }] }
const known: KnownHere = { unit: '31186', dossiers: [an, binh], isOver: true }

const side = (id: string, sheet: number, more: Partial<StackSide> = {}): StackSide =>
  ({ id, sheet, codes: [], isBlank: false, width: 210, height: 297, ...more })
const coverText = ({ subject, code }: KnownDossier, paper: string | null = null, sheets: number | null = null, unit = '31186'): string =>
  coverSheetText({ unit, code, subject, paper, sheets })
const cover = (id: string, sheet: number, dossier: KnownDossier, paper: string | null = null, sheets: number | null = null): StackSide =>
  side(id, sheet, { codes: [coverText(dossier, paper, sheets)] })

/** `dossier/paper`, `cover`, or why it is unclear. */
function places(sides: readonly StackSide[], here = known): readonly string[] {
  return fileStack(sides, here).sides.map(each => {
    if (each.as === 'placed') return `${each.subject.slice(-2)}/${each.paper ?? '?'}`
    return each.as === 'cover' ? 'cover' : each.why
  })
}

test('pages belong to the cover sheet before them, dossiers and papers in any order', () => {
  const stack = [cover('1', 1, binh), side('2', 2), cover('3', 3, an, 'p2'), side('4', 4), side('5', 5), cover('6', 6, an, 'p1'), side('7', 7)]
  expect(places(stack)).toEqual(['cover', 'bb/p7', 'cover', 'aa/p2', 'aa/p2', 'cover', 'aa/p1'])
})

test('both sides of a cover sheet are one, whichever came first', () => {
  const stack = [side('b', 1), cover('f', 1, an, 'p1'), side('2f', 2), side('2b', 2)]
  expect(places(stack)).toEqual(['cover', 'cover', 'aa/p1', 'aa/p1'])
})

test('pages before the first cover sheet are unclear', () => {
  expect(places([side('1', 1), cover('2', 2, binh)])).toEqual(['no-cover', 'cover'])
})

test('a cover sheet that cannot be read takes no page of the one before it', () => {
  const stack = [cover('1', 1, an, 'p1'), side('2', 2), side('3', 3, { codes: [COVER_MARKS] }), side('4', 4), side('5', 5)]
  expect(places(stack)).toEqual(['cover', 'aa/p1', 'cover-unread', 'cover-unread', 'cover-unread'])
  expect(fileStack(stack, known).notices).toEqual([{ kind: 'cover-unread', id: '3', sheet: 3 }])
})

test('a sheet with two covers on it is not read as either', () => {
  const both = side('1', 1, { codes: [coverText(an, 'p1'), coverText(binh)] })
  expect(places([both, side('2', 2)])).toEqual(['cover-unread', 'cover-unread'])
})

test('the same code twice, and the marks beside it, are one cover sheet', () => {
  expect(places([side('1', 1, { codes: [coverText(binh), COVER_MARKS, coverText(binh)] }), side('2', 2)])).toEqual(['cover', 'bb/p7'])
})

test('another office, an unknown dossier and a paper it has not are said, and their pages are unclear', () => {
  const stranger = { ...binh, subject: 'dossier:00000000000000cc' }
  const stack = [
    side('1', 1, { codes: [coverText(binh, null, null, '31150')] }), side('2', 2), cover('3', 3, stranger), side('4', 4),
    cover('5', 5, an, 'p9'), side('6', 6), cover('7', 7, { ...binh, code: an.code }), side('8', 8),
  ]
  expect(places(stack)).toEqual([
    'cover', 'another-office', 'cover', 'dossier-unknown', 'cover', 'paper-unknown', 'cover', 'dossier-unknown',
  ])
  expect(fileStack(stack, known).notices.map(({ kind, id }) => [kind, id]))
    .toEqual([['another-office', '1'], ['dossier-unknown', '3'], ['paper-unknown', '5'], ['dossier-unknown', '7']])
})

test('a receipt of another dossier hints at a cover sheet that never came', () => {
  const receipt = side('2', 2, { codes: [`${an.code}|1.004873||Giấy tiếp nhận`] })
  const own = side('3', 3, { codes: [`${binh.code}|1.004873||Giấy tiếp nhận`] })
  expect(places([cover('1', 1, binh), receipt, own])).toEqual(['cover', 'other-dossier-named', 'bb/p7'])
})

test('fewer sheets than the cover sheet says are said once the next one or the end has come', () => {
  const stack = [cover('1', 1, an, 'p1', 3), side('2', 2), side('3', 3), cover('4', 4, binh, null, 2), side('5', 5)]
  const [first, last] = fileStack(stack, known).notices
  expect(first).toEqual({ kind: 'too-few', id: '1', sheet: 3, code: an.code, expected: 3, came: 2 })
  expect(last).toEqual({ kind: 'too-few', id: '4', sheet: 5, code: binh.code, expected: 2, came: 1 })
  expect(fileStack(stack, { ...known, isOver: false }).notices).toEqual([first])
})

test('suggestions by heading, by an unusual size, by the order of the receipt', () => {
  const odd = { width: 150, height: 110 }
  const stack = [
    cover('1', 1, an, 'p2'), side('2', 2, odd),
    cover('3', 3, an), side('4', 4), side('5', 5, { ...odd, width: 111, height: 149 }), side('6', 6, { heading: 'CỘNG HÒA… GIẤY CHỨNG SINH' }),
    side('7', 7, { codes: [COVER_MARKS] }), side('8', 8, { heading: 'HỢP ĐỒNG TẶNG CHO QUYỀN SỬ DỤNG ĐẤT' }), side('9', 9),
  ]
  const suggestions = fileStack(stack, known).sides.map(each => each.as === 'cover' ? null : each.suggestion)
  expect(suggestions.map(each => each === null ? null : `${each.subject.slice(-2)}/${each.paper} ${each.why}`))
    .toEqual([null, null, null, 'aa/p1 order', 'aa/p2 size', 'aa/p2 heading', null, 'bb/p7 heading', null])
})

/** A true stack, some of whose cover sheets are damaged: readable, seen by its marks only, or a stranger's. */
const stacks = fc.array(fc.record({
  dossier: fc.constantFrom(an, binh), isRead: fc.boolean(), isOurs: fc.boolean(),
  pages: fc.integer({ min: 0, max: 4 }), backs: fc.boolean(),
}), { maxLength: 12 })

test('whatever is damaged, no page is placed anywhere but at the cover sheet it came behind', () => {
  fc.assert(fc.property(stacks, parts => {
    let sheet = 0
    const truths: (string | null)[] = []
    const sides: StackSide[] = []
    for (const { dossier, isRead, isOurs, pages, backs } of parts) {
      sheet += 1
      sides.push(side(`${sheet}`, sheet, { codes: [isRead ? coverText(dossier, null, null, isOurs ? '31186' : '31150') : COVER_MARKS] }))
      truths.push(null)
      for (let i = 0; i < pages; i += 1) {
        sheet += 1
        for (const face of backs ? ['f', 'b'] : ['f']) {
          sides.push(side(`${sheet}${face}`, sheet))
          truths.push(isRead && isOurs ? dossier.subject : null)
        }
      }
    }
    const placed = fileStack(sides, known).sides.map(each => each.as === 'placed' ? each.subject : null)
    expect(placed).toEqual(truths)
  }))
})
