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
const known: KnownHere = { unit: '31186', dossiers: [an, binh], printed: [], isOver: true }

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

const counted = (id: string, sheet: number, dossier: KnownDossier, paper: string | null, sheets: number): StackSide =>
  side(id, sheet, { codes: [coverSheetText({ unit: '31186', code: dossier.code, subject: dossier.subject, paper, sheets, isCounted: true })] })

test('where a person counted the sheets, all of them wait unless exactly so many came', () => {
  const stack = [counted('1', 1, an, 'p1', 2), side('2', 2), side('3', 3), side('4', 4), counted('5', 5, binh, null, 2), side('6', 6)]
  expect(places(stack)).toEqual(['cover', 'count-differs', 'count-differs', 'count-differs', 'cover', 'count-differs'])
  expect(fileStack(stack, known).notices).toEqual([
    { kind: 'count-differs', id: '1', sheet: 4, code: an.code, expected: 2, came: 3 },
    { kind: 'count-differs', id: '5', sheet: 6, code: binh.code, expected: 2, came: 1 },
  ])
  expect(places([...stack.slice(0, 3), ...stack.slice(4), side('7', 7)])).toEqual(['cover', 'aa/p1', 'aa/p1', 'cover', 'bb/p7', 'bb/p7'])
})

test('while sheets still come, too few is not yet a difference and too many is', () => {
  const going = { ...known, isOver: false }
  expect(places([counted('1', 1, an, 'p1', 2), side('2', 2)], going)).toEqual(['cover', 'aa/p1'])
  expect(places([counted('1', 1, an, 'p1', 1), side('2', 2), side('3', 3)], going)).toEqual(['cover', 'count-differs', 'count-differs'])
})

test('a sheet that a person took out, and a bare one, are not counted', () => {
  const stack = [counted('1', 1, an, 'p1', 1), side('2', 2, { isTakenOut: true }), side('3', 3), side('4f', 4, { isBlank: true }), side('4b', 4, { isBlank: true })]
  expect(places(stack)).toEqual(['cover', 'aa/p1', 'aa/p1', 'aa/p1', 'aa/p1'])
})

test('a sheet of which only a bare back was seen may be a cover sheet lying face down', () => {
  const stack = [cover('1', 1, an, 'p1'), side('2', 2), side('3', 3, { isBlank: true }), side('4', 4), cover('5', 5, binh), side('6', 6)]
  expect(places(stack)).toEqual(['cover', 'aa/p1', 'face-down', 'face-down', 'cover', 'bb/p7'])
  expect(fileStack(stack, known).notices).toEqual([{ kind: 'face-down', id: '3', sheet: 3 }])
  expect(places(stack.map(each => each.id === '3' ? { ...each, isTakenOut: true } : each))).toEqual(['cover', 'aa/p1', 'aa/p1', 'aa/p1', 'cover', 'bb/p7'])
})

test('while a printed cover sheet is missing, sheets beyond the least that nobody counted wait', () => {
  const stack = [cover('1', 1, an, 'p1', 1), side('2', 2), side('3', 3), counted('4', 4, an, 'p2', 1), side('5', 5)]
  const missing = { ...known, printed: [{ subject: binh.subject, code: binh.code, paper: null }] }
  expect(places(stack, missing)).toEqual(['cover', 'aa/p1', 'cover-missing', 'cover', 'aa/p2'])
  expect(fileStack(stack, missing).notices).toEqual([{ kind: 'cover-missing', id: '3', sheet: 3, code: binh.code }])
  expect(places([...stack, cover('6', 6, binh), side('7', 7)], missing)).toEqual(['cover', 'aa/p1', 'aa/p1', 'cover', 'aa/p2', 'cover', 'bb/p7'])
})

test('the cover sheet of one paper is missing until it or the one of the whole dossier has come', () => {
  const printed = [{ subject: an.subject, code: an.code, paper: 'p2' }]
  const rest = [side('2', 2), side('3', 3)]
  expect(places([cover('1', 1, an, 'p1', 1), ...rest], { ...known, printed })).toEqual(['cover', 'aa/p1', 'cover-missing'])
  expect(places([cover('1', 1, an, 'p2', 1), ...rest], { ...known, printed })).toEqual(['cover', 'aa/p2', 'aa/p2'])
  expect(places([cover('1', 1, an, null, 1), ...rest], { ...known, printed })).toEqual(['cover', 'aa/?', 'aa/?'])
})

interface Mishaps {
  readonly dossier: KnownDossier
  readonly paper: number
  readonly isCounted: boolean
  readonly fate: 'read' | 'marks-only' | 'stranger' | 'face-down' | 'hidden'
  readonly pages: number
}

const mishaps = (isCounted: boolean): fc.Arbitrary<Mishaps> => fc.record({
  dossier: fc.constantFrom(an, binh), paper: fc.nat(1), isCounted: fc.constant(isCounted),
  fate: fc.constantFrom('read', 'read', 'marks-only', 'stranger', 'face-down', 'hidden'),
  pages: fc.integer({ min: 1, max: 4 }),
})

/** A true stack, some of whose cover sheets are damaged, lie face down, or went through under another sheet. */
const stacks = fc.array(mishaps(true), { maxLength: 12 })

function paperOf({ dossier: { papers }, paper }: Mishaps): string {
  return papers[paper % papers.length]?.id ?? ''
}

interface Played {
  readonly sides: readonly StackSide[]
  /** Where each belongs for certain. */
  readonly truths: readonly (string | null)[]
}

function played(parts: readonly Mishaps[], hasBacks: boolean): Played {
  const sides: StackSide[] = []
  const truths: (string | null)[] = []
  let sheet = 0
  const put = (truth: string | null, more: Partial<StackSide>): void => {
    sheet += 1
    sides.push(side(String(sheet), sheet, more))
    truths.push(truth)
    if (!hasBacks) return
    sides.push(side(`${String(sheet)}b`, sheet, { isBlank: more.codes !== undefined }))
    truths.push(truth)
  }
  for (const part of parts) {
    const { dossier, isCounted, fate, pages } = part
    const paper = paperOf(part)
    const unit = fate === 'stranger' ? '31150' : '31186'
    const about = { unit, code: dossier.code, subject: dossier.subject, paper }
    const text = coverSheetText(isCounted ? { ...about, sheets: pages, isCounted } : { ...about, sheets: 1 })
    if (fate === 'read' || fate === 'stranger') put(null, { codes: [text] })
    if (fate === 'marks-only') put(null, { codes: [COVER_MARKS] })
    if (fate === 'face-down' && hasBacks) put(null, { codes: [text] })
    if (fate === 'face-down' && !hasBacks) put(null, { isBlank: true })
    for (let i = 0; i < pages; i += 1) put(fate === 'stranger' ? null : `${dossier.subject} ${paper}`, {})
  }
  return { sides, truths }
}

function misfiled(parts: readonly Mishaps[], hasBacks: boolean, here: KnownHere): readonly string[] {
  const { sides, truths } = played(parts, hasBacks)
  return fileStack(sides, here).sides.flatMap((each, i) =>
    each.as === 'placed' && `${each.subject} ${each.paper ?? ''}` !== truths[i] ? [each.id] : [])
}

test('whatever cover sheets are damaged, turned over or hidden, no page is placed wrongly where their sheets were counted', () => {
  fc.assert(fc.property(stacks, fc.boolean(), (parts, hasBacks) => {
    expect(misfiled(parts, hasBacks, known)).toEqual([])
  }))
})

test('nor where nobody counted them and the program knows which were printed', () => {
  const once = fc.uniqueArray(mishaps(false), { selector: part => `${part.dossier.subject} ${paperOf(part)}` })
  fc.assert(fc.property(once, fc.boolean(), (parts, hasBacks) => {
    const printed = parts.filter(({ fate }) => fate !== 'stranger')
      .map(part => ({ subject: part.dossier.subject, code: part.dossier.code, paper: paperOf(part) }))
    expect(misfiled(parts, hasBacks, { ...known, printed })).toEqual([])
  }))
})

test('damaged cover sheets alone cost no page behind one that was read its place', () => {
  fc.assert(fc.property(stacks, fc.boolean(), (parts, hasBacks) => {
    const damaged = parts.filter(({ fate }) => fate !== 'hidden' && fate !== 'face-down')
    const { sides, truths } = played(damaged, hasBacks)
    const isRead = damaged.flatMap(({ fate, pages }) => Array.from({ length: (pages + 1) * (hasBacks ? 2 : 1) }, () => fate === 'read'))
    const placed = fileStack(sides, known).sides.map(each => each.as === 'placed' ? `${each.subject} ${each.paper ?? ''}` : null)
    expect(placed).toEqual(truths.map((truth, i) => isRead[i] === true ? truth : null))
  }))
})
