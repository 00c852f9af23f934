import { expect, test } from 'vitest'
import { nextState, printLifecycle } from './lifecycle.ts'

test('L20 the table, next to the law', () => {
  expect(`\n${printLifecycle()}\n`).toBe(`
dossier/apologised
  stays processing awaitingSupplement awaitingSignature
dossier/corrected
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved
dossier/delay-explained
  stays received processing awaitingSignature resolved returned stopped
dossier/dispute-settled
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned refused withdrawn stopped guided
dossier/fee-collected
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned
dossier/fee-receipt-voided
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned withdrawn stopped
dossier/form-printed
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned refused withdrawn stopped guided
dossier/forwarded
  received → processing
  stays processing
dossier/note-added
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved
dossier/page-looked-at
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved returned refused withdrawn stopped guided
dossier/pages-added
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved
dossier/paper-attached
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved
dossier/paper-detached
  stays received processing awaitingSupplement awaitingPayment awaitingSignature resolved
dossier/part-resolved
  stays processing awaitingSignature
dossier/parts-signed
  awaitingSignature → processing
dossier/payment-recorded
  awaitingPayment → processing
dossier/payment-requested
  processing → awaitingPayment
dossier/received
  none → received
dossier/refused
  none → refused
dossier/resolved
  processing → resolved
dossier/result-returned
  resolved → returned
dossier/results-numbered
  stays processing awaitingSignature resolved
dossier/sent-back
  awaitingSignature → processing
dossier/signed
  awaitingSignature → resolved
dossier/stopped
  processing → stopped
  awaitingSupplement → stopped
  awaitingPayment → stopped
dossier/submitted-for-signature
  processing → awaitingSignature
dossier/supplement-requested
  processing → awaitingSupplement
dossier/supplemented
  awaitingSupplement → processing
dossier/voided
  received → withdrawn
dossier/withdrawn
  received → withdrawn
  processing → withdrawn
  awaitingSupplement → withdrawn
  awaitingPayment → withdrawn
guidance/given
  none → guided
`)
})

test('L20 acts nobody knows lead nowhere', () => {
  expect(['dossier/exploded', 'toString', '__proto__', ''].map(kind => nextState('received', kind))).toEqual([undefined, undefined, undefined, undefined])
})
