import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import { ROLES, type Role } from '../../shared/users/role.ts'
import { readCsv } from './csv.ts'
import { placeOf } from './place-of.ts'

/** One line of a list of users. */
export interface ListedUser {
  /** Of the file, from 1; the header is line 1. */
  readonly line: number
  readonly unit: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** What is wrong with one row, by its line in the file. */
export type WrongRow = { readonly line: number } & (
  | { readonly code: 'user-list/columns-wrong', readonly count: number }
  | { readonly code: 'user-list/unit-unknown', readonly unit: string }
  | { readonly code: 'user-list/name-missing' }
  | { readonly code: 'user-list/role-unknown', readonly role: string }
  | { readonly code: 'user-list/role-missing' }
  | { readonly code: 'user-list/twin-name', readonly name: string })

export type UserListProblem =
  | Problem & { readonly code: 'user-list/empty' | 'user-list/header-wrong' }
  | Problem & { readonly code: 'user-list/too-long', readonly most: number }
  | Problem & { readonly code: 'user-list/rows-wrong', readonly rows: readonly WrongRow[] }

export const MOST_ROWS = 1000

/**
 * The users of a list `unit,name,roles`, separated by comma, semicolon or tab as the spreadsheet wrote it; several roles by `|`,
 * `+` or blank.
 *
 * Good rows are taken only when all are good: every wrong one is named with its line.
 */
export function readUserList(text: string): Result<readonly ListedUser[], UserListProblem> {
  const [header, ...rows] = readCsv(text)
  if (header === undefined) return failure({ code: 'user-list/empty' })
  if (header.cells.map(cell => cell.trim().toLowerCase()).join(',') !== 'unit,name,roles') return failure({ code: 'user-list/header-wrong' })
  if (rows.length === 0) return failure({ code: 'user-list/empty' })
  if (rows.length > MOST_ROWS) return failure({ code: 'user-list/too-long', most: MOST_ROWS })
  const users: ListedUser[] = []
  const wrong: WrongRow[] = []
  for (const { line, cells } of rows) {
    const read = readRow(line, cells)
    if ('code' in read) wrong.push(read)
    else if (users.some(other => other.unit === read.unit && other.name.toLowerCase() === read.name.toLowerCase())) {
      wrong.push({ line, code: 'user-list/twin-name', name: read.name })
    } else users.push(read)
  }
  return wrong.length > 0 ? failure({ code: 'user-list/rows-wrong', rows: wrong }) : success(users)
}

function readRow(line: number, cells: readonly string[]): ListedUser | WrongRow {
  const [unitCell = '', nameCell = '', rolesCell = ''] = cells
  if (cells.length !== 3) return { line, code: 'user-list/columns-wrong', count: cells.length }
  const unit = unitCell.trim().padStart(5, '0')
  if (!placeOf(unit).ok) return { line, code: 'user-list/unit-unknown', unit: unitCell.trim().slice(0, 40) }
  const name = normalise(nameCell).slice(0, 200)
  if (name === '') return { line, code: 'user-list/name-missing' }
  const roles = [...new Set(rolesCell.trim().toLowerCase().split(/[|+;,\s]+/).filter(role => role !== ''))]
  const unknown = roles.find(role => !isRole(role))
  if (unknown !== undefined) return { line, code: 'user-list/role-unknown', role: unknown.slice(0, 40) }
  return roles.length === 0 ? { line, code: 'user-list/role-missing' } : { line, unit, name, roles: roles.filter(isRole) }
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
