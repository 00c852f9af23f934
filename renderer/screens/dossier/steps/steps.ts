import { apologise } from './apologise.ts'
import { collectFee } from './collect-fee.ts'
import { explainDelay } from './explain-delay.ts'
import { forward } from './forward.ts'
import { numberResults } from './number-results.ts'
import { recordPayment } from './record-payment.ts'
import { requestPayment } from './request-payment.ts'
import { requestSupplement } from './request-supplement.ts'
import { resolvePart } from './resolve-part.ts'
import { resolve } from './resolve.ts'
import { sendBack } from './send-back.ts'
import { sign } from './sign.ts'
import type { Step } from './step.ts'
import { stop } from './stop.ts'
import { submit } from './submit.ts'
import { supplement } from './supplement.ts'
import { voidFeeReceipt } from './void-fee-receipt.ts'
import { voidStrayReceipt } from './void-stray-receipt.ts'
import { withdraw } from './withdraw.ts'

/** Every step between receipt and the handed-over result, one line each, in the order of the buttons. */
export const STEPS = {
  forward,
  supplement,
  'request-supplement': requestSupplement,
  submit,
  sign,
  'send-back': sendBack,
  resolve,
  'resolve-part': resolvePart,
  number: numberResults,
  'record-payment': recordPayment,
  'request-payment': requestPayment,
  'collect-fee': collectFee,
  'void-fee-receipt': voidFeeReceipt,
  'void-stray-receipt': voidStrayReceipt,
  apologise,
  'explain-delay': explainDelay,
  withdraw,
  stop,
} as const satisfies Readonly<Record<string, Step>>

export type StepId = keyof typeof STEPS

export const STEP_IDS = Object.keys(STEPS) as readonly StepId[]

/** The likeliest next step first, whatever the state (what F9 does). */
export const LIKELIEST: readonly StepId[] = ['supplement', 'record-payment', 'sign', 'number', 'resolve-part', 'submit', 'forward']
