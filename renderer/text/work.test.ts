import { expect, test } from 'vitest'
import { CERTIFICATION_BODIES } from '../../shared/certification/act-bodies.ts'
import { DOSSIER_BODIES } from '../../shared/dossiers/act-bodies.ts'
import { LOOK_BODIES } from '../../shared/dossiers/look-at-person.ts'
import { OFFICE_BODIES } from '../../shared/offices/office-acts.ts'
import { USER_BODIES } from '../../shared/users/user-acts.ts'
import { workName, workNames } from './work.ts'

test('every act a person can do has a name in the list of a day, and one from a later program is told as such', () => {
  const kinds = [CERTIFICATION_BODIES, DOSSIER_BODIES, LOOK_BODIES, OFFICE_BODIES, USER_BODIES].flatMap(bodies => Object.keys(bodies))
  expect(kinds.filter(kind => !Object.hasOwn(workNames, kind))).toEqual([])
  expect(workName('dossier/later-kind')).toContain('dossier/later-kind')
})
