import type { Problem } from '../base/result.ts'
import type { Right, Role } from '../users/role.ts'

/**
 * What can go wrong with the machine rather than with the matter: disk, printer, folder, session, the program itself.
 *
 * Met at the edge in `main`, told in the window, so their facts are agreed on here.
 */
export type MachineProblem =
  | Plain<'office/already-open' | 'office/not-open' | 'session/nobody' | 'session/unknown-user' | 'user/pin-same' | 'disk/very-low'>
  | With<'catalogue/half-written', { readonly file: string }>
  | With<'certification/nothing-to-print', { readonly form: string }>
  | With<'journal/another-unit', { readonly device: string; readonly unit: string }>
  | With<'journal/disk-full', { readonly freeBytes: number }>
  | With<'journal/line-broken' | 'journal/line-fork' | 'journal/line-gap' | 'journal/receive-failed', { readonly device: string }>
  | With<'journal/newer-version', { readonly device: string; readonly seq: number }>
  | With<'journal/read-only', { readonly device: string; readonly seq: number; readonly reason: string }>
  | With<'journal/write-failed', { readonly reference: number }>
  | With<'office/revoked', { readonly reason: string }>
  | Plain<'page/none' | 'page/not-kept' | 'page/not-saved'>
  | With<'page/not-here', { readonly missing: readonly MissingPages[] }>
  | With<'page/shows-nothing', { readonly paper: string; readonly page: number }>
  | With<'page/no-image' | 'page/too-large' | 'page/unreadable', { readonly file: string }>
  | With<'printing/failed' | 'printing/no-printer' | 'printing/out-of-paper' | 'printing/stopped', PrinterFacts>
  | With<'program/failed', { readonly number: number | null }>
  | With<'program/folder-full' | 'program/folder-read-only', { readonly folder: string }>
  | With<'program/input-invalid', { readonly fields: readonly string[] }>
  | With<'register/disk-full' | 'register/not-saved', { readonly file: string }>
  | Plain<'register/unreadable'>
  | With<'report/not-over', { readonly until: string }>
  | With<'session/locked', { readonly until: string }>
  | With<'session/not-allowed', { readonly right: Right; readonly holders: readonly Role[] }>
  | With<'session/pin-wrong', { readonly triesLeft: number }>

/** Pages of one paper that are not on this PC. */
export interface MissingPages {
  /** Its name. */
  readonly paper: string
  /** 1…, rising. */
  readonly pages: readonly number[]
}

interface PrinterFacts {
  readonly printer: string | null
  /** As the system said it: for support, never for the sentence. */
  readonly reason: string
  /** The paper waits in the printer's queue and comes out by itself once this is put right. */
  readonly queued: boolean
}

interface Plain<Code extends string> extends Problem {
  readonly code: Code
}
type With<Code extends string, Facts> = Plain<Code> & Facts
