import type { Life } from '../../shared/reports/life.ts'

/**
 * What figures know of many dossiers, column by column: each different value stands once, and a dossier has its place.
 *
 * A month's figures ask for all of them, and tens of thousands share a few days, clerks and procedures.
 */
export type LifeColumns = { readonly [Key in Column]: ColumnOf<Life[Key]> }

type Column = Exclude<keyof Life, 'subject'>

interface ColumnOf<Value> {
  readonly values: readonly Value[]
  /** One a dossier. */
  readonly places: readonly number[]
}

/** The place of a dossier that figures know nothing of. */
const NONE = -1

export function toLifeColumns(lives: readonly (Life | undefined)[]): LifeColumns {
  return {
    field: column('field'), procedureCode: column('procedureCode'), procedureName: column('procedureName'), clerk: column('clerk'),
    channel: column('channel'), unit: column('unit'), receivedOn: column('receivedOn'), end: column('end'), dues: column('dues'),
    waits: column('waits'), delayReason: column('delayReason'), supplementsAskedOn: column('supplementsAskedOn'),
  }

  function column<Key extends Column>(key: Key): ColumnOf<Life[Key]> {
    const values: Life[Key][] = []
    const known = new Map<string, number>()
    const places = lives.map(life => {
      if (life === undefined) return NONE
      const value = life[key]
      const name = JSON.stringify(value)
      const place = known.get(name) ?? values.push(value) - 1
      known.set(name, place)
      return place
    })
    return { values, places }
  }
}

/** The lives of these dossiers, in their order. */
export function fromLifeColumns(columns: LifeColumns, subjects: readonly string[]): readonly (Life | undefined)[] {
  const {
    field, procedureCode, procedureName, clerk, channel, unit, receivedOn, end, dues, waits, delayReason, supplementsAskedOn,
  } = columns
  return subjects.map((subject, i) => (receivedOn.places[i] === NONE ? undefined : {
    subject, field: at(field, i), procedureCode: at(procedureCode, i), procedureName: at(procedureName, i), clerk: at(clerk, i),
    channel: at(channel, i), unit: at(unit, i), receivedOn: at(receivedOn, i), end: at(end, i), dues: at(dues, i), waits: at(waits, i),
    delayReason: at(delayReason, i), supplementsAskedOn: at(supplementsAskedOn, i),
  }))
}

function at<Value>({ values, places }: ColumnOf<Value>, dossier: number): Value {
  return values[places[dossier] ?? NONE] as Value
}
