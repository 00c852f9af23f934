import type { AskedPaper, CaseView, Demand } from './case-view.ts'

/** A case for tests; only what a test speaks of is named there. */
export function caseOf(more: Partial<CaseView> = {}): CaseView {
  return {
    procedureCode: '1.004873', procedureName: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', procedureTitle: 'Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', decision: '163/QĐ-BTP',
    version: '2026-07', caseId: 'first', caseName: 'Cấp lần đầu', cases: [{ id: 'first', name: 'Cấp lần đầu' }], papers: [], notes: [],
    limit: { kind: 'known', limit: { count: 3, unit: 'working-days' } }, fee: { kind: 'known', amount: 0, basis: 'Miễn phí' }, stopped: null,
    ...more,
  }
}

export function paperOf(id: string, demand: Demand, originals = 1): AskedPaper {
  return { id, title: `Giấy ${id}`, name: `Giấy ${id}, cả câu`, demand, originals, copies: 0 }
}
