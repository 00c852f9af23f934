import { expect, test } from 'vitest'
import type { DayClose, DossierSafety } from '../../../shared/bridge/main-api.ts'
import { dayFigures } from './day-figures.ts'

function dossier(subject: string, changes: Partial<DossierSafety> = {}): DossierSafety {
  return { subject, code: subject, applicantName: 'Trần Thị Ẩm', desk: 'Quầy 1', isSafe: true, actsWaiting: 0, pagesWaiting: 0, bytesWaiting: 0, ...changes }
}

test('every dossier of the day stands in exactly one list, and nothing refused counts as waiting or safe', () => {
  const day: DayClose = {
    day: '2026-11-20', at: '2026-11-20T09:52:00.000Z', pageCount: 30, safePageCount: 20, checkCode: '7F3A-92C1',
    dossiers: [
      dossier('dossier:a'),
      dossier('dossier:b', { isSafe: false, actsWaiting: 1, pagesWaiting: 9 }),
      dossier('dossier:c', { isSafe: false, pagesWaiting: 1 }),
    ],
    refused: [
      { id: '1', what: 'page', subject: 'dossier:c', dossierCode: 'c', problem: { code: 'sync/page-unlike' }, since: '2026-11-20T09:00:00.000Z' },
      { id: '2', what: 'pull', subject: null, dossierCode: null, problem: { code: 'sync/brake' }, since: '2026-11-20T09:00:00.000Z' },
    ],
  }
  const { safe, waiting, waitingPages, refusedDossiers, all } = dayFigures(day)
  expect([safe, waiting, all].map(list => list.map(({ code }) => code))).toEqual([['dossier:a'], ['dossier:b'], ['dossier:a', 'dossier:b', 'dossier:c']])
  expect({ waitingPages, refusedDossiers }).toEqual({ waitingPages: 9, refusedDossiers: 1 })
})
