import { expect, test } from 'vitest'
import { findCertified } from './certified.ts'
import { searchPapers, USUAL_PAPERS } from './usual-papers.ts'

const names = (query: string, limit = 3): readonly string[] => searchPapers(USUAL_PAPERS, query, limit).map(({ name }) => name)

test('two letters find the paper, the most used first', () => {
  expect(names('gk', 2)).toEqual(['Giấy khai sinh', 'Giấy khám sức khỏe'])
  expect(names('gks', 1)).toEqual(['Giấy khai sinh'])
  expect(names('cc', 1)).toEqual(['Căn cước công dân'])
  expect(names('hoc ba', 2)).toEqual(['Học bạ trung học phổ thông', 'Học bạ trung học cơ sở'])
  expect(names('bang trung hoc', 1)).toEqual(['Bằng tốt nghiệp trung học phổ thông'])
})

test('nothing typed shows what is most used; what fits nothing shows nothing', () => {
  expect(names('', 2)).toEqual(['Căn cước công dân', 'Giấy khai sinh'])
  expect(names('zzz')).toEqual([])
})

test('every usual paper is of a procedure of the express lane, in composed Vietnamese, once', () => {
  for (const { name, procedure, pages } of USUAL_PAPERS) {
    expect(findCertified(procedure)?.procedure, name).toBe(procedure)
    expect(name).toBe(name.normalize('NFC'))
    expect(pages).toBeGreaterThan(0)
  }
  expect(new Set(USUAL_PAPERS.map(({ name }) => name)).size).toBe(USUAL_PAPERS.length)
})
