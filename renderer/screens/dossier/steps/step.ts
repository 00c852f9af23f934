import type { Day } from '../../../../shared/base/day.ts'
import type { Problem, Result } from '../../../../shared/base/result.ts'
import type { SignInName } from '../../../../shared/bridge/main-api.ts'
import type { VerbName } from '../../../../shared/desk/commands.ts'
import type { DossierActKind } from '../../../../shared/dossiers/act-bodies.ts'
import type { Calendar } from '../../../../shared/calendar/working-days.ts'
import type { Hours } from '../../../../shared/calendar/working-hours.ts'
import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import type { ResultInput } from '../../../../shared/dossiers/name-results.ts'
import type { DossierForm } from '../../../../shared/dossiers/print-form.ts'
import type { CitySettings } from '../../../../shared/units/city-settings.ts'
import type { Right } from '../../../../shared/users/role.ts'
import type { NextReceipt } from '../../../parts/next-receipt.ts'
import type { Choice } from '../../../ui/Select.tsx'

/** What was typed into the fields of a step, by the name of the field. */
export type Typed = Readonly<Record<string, string>>

/** What a new due day is counted by, were the step saved now. */
export interface StepClock {
  /** Now on this PC, UTC with ms. */
  readonly at: string
  readonly calendar: Calendar
  readonly hours: Hours
  /** As the city set it (rule T10). */
  readonly supplementPolicy: CitySettings['supplementPolicy']
}

/** What a step may know when its form is drawn. */
export interface StepFacts {
  readonly dossier: Dossier
  /** Whoever works here. */
  readonly staff: readonly SignInName[]
  /** What the catalogue says the procedure leads to. */
  readonly results: readonly ResultInput[]
  /** The receipt a fee taken now stands on; null while nobody knows. */
  readonly receipt: NextReceipt | null
  /** Null while nobody knows. */
  readonly clock: StepClock | null
  /** Whose results a leader signs, as the city lists them (rule L11). */
  readonly signedProcedures: readonly string[]
  readonly typed: Typed
}

/** What must be known to tell whether there is anything to do. */
export interface DueFacts extends Pick<StepFacts, 'signedProcedures'> {
  readonly today: Day
}

/** One field of a step's form. */
export interface StepField {
  readonly name: string
  /** `lines`: one thing a line; `say`: a sentence, no field; `told`: one that weighs. */
  readonly kind: 'line' | 'lines' | 'area' | 'money' | 'count' | 'day' | 'choice' | 'say' | 'told'
  readonly label: string
  readonly hint?: string
  readonly choices?: readonly Choice[]
  readonly max?: number
  /** The result the field is about, where each has one. */
  readonly about?: string
}

/** One thing that is done to a dossier between receipt and the handed-over result, as a person meets it. */
export interface Step {
  readonly verb: VerbName
  readonly right: Right
  readonly act: DossierActKind
  /** The paper that says it; printed once it is on disk. */
  readonly paper?: DossierForm
  /** Whether there is anything to do, where the state alone does not say. */
  readonly isDue?: (dossier: Dossier, known: DueFacts) => boolean
  /** What stands in the fields before anything is typed. */
  readonly begin: (facts: Omit<StepFacts, 'typed'>) => Typed
  readonly fields: (facts: StepFacts) => readonly StepField[]
  /** What the verb is asked, without its subject; a problem for what cannot even be asked. */
  readonly input: (facts: StepFacts) => Result<object>
  /** The field a problem stands next to; others stand at the main button. */
  readonly places: Readonly<Partial<Record<string, string>>>
}

/** The field a problem of a step belongs to; a day that cannot be names its own, a result without a number the field about it. */
export function fieldOf({ places }: Step, problem: Problem, fields: readonly StepField[] = []): string | undefined {
  const [unnumbered] = 'results' in problem && Array.isArray(problem.results) ? problem.results as readonly unknown[] : []
  const about = fields.find(field => field.about !== undefined && field.about === unnumbered)
  if (about !== undefined) return about.name
  if ('field' in problem && problem.code === 'dossier/day-impossible' && typeof problem.field === 'string') return places[problem.code] ?? problem.field
  return places[problem.code] ?? (problem.code.startsWith('money/') ? places['money'] : undefined)
}
