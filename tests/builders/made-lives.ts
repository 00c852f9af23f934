import fc from 'fast-check'
import { addDays, type Day } from '../../shared/base/day.ts'
import type { Life } from '../../shared/reports/life.ts'

/** Lives of every shape: open and ended, extended, waiting, withdrawn, without a due day, on every channel. */
export function madeLives(
  { from, days, maxLength }: { readonly from: Day; readonly days: number; readonly maxLength: number },
): fc.Arbitrary<readonly Life[]> {
  const length = fc.nat(40)
  const life = fc.record({
    receivedAfter: fc.nat(days), endsAfter: fc.option(length), isWithdrawn: fc.boolean(),
    limit: fc.option(fc.nat(25)), extended: fc.option(fc.tuple(length, length)),
    waits: fc.array(fc.tuple(fc.nat(10), fc.option(fc.nat(10))), { maxLength: 3 }),
    field: fc.constantFrom('Hộ tịch', 'Đất đai', 'Chứng thực'), procedure: fc.nat(4), renamed: fc.boolean(),
    clerk: fc.constantFrom('Trần Thị B', 'Lê Văn C'), channel: fc.constantFrom('direct' as const, 'online' as const, 'post' as const),
    delayReason: fc.constantFrom(null, 'Chờ ký hoặc đóng dấu', 'chờ ký hoặc đóng dấu', 'Thiếu người làm'),
    unit: fc.constantFrom('Phường Cái Răng', 'Xã Mỹ Hương'),
  }).map(made => {
    const receivedOn = addDays(from, made.receivedAfter)
    const dueOn = made.limit === null ? null : addDays(receivedOn, made.limit)
    return {
      field: made.field, procedureCode: `1.00${String(made.procedure)}`,
      procedureName: `Thủ tục ${made.renamed ? 'mới ' : ''}${String(made.procedure)}`,
      delayReason: made.delayReason, clerk: made.clerk, channel: made.channel, unit: made.unit, receivedOn,
      end: made.endsAfter === null ? null : { on: addDays(receivedOn, made.endsAfter), isWithdrawn: made.isWithdrawn },
      dues: [
        { since: receivedOn, dueOn },
        ...(made.extended === null ? [] : [extension(receivedOn, made.extended)]),
      ],
      ...waitsFrom(receivedOn, made.waits),
    }
  })
  return fc.array(life, { maxLength }).map(lives => lives.map((each, i) => ({ subject: `dossier:${String(i)}`, ...each })))
}

function extension(receivedOn: Day, [after, length]: readonly [number, number]): Life['dues'][number] {
  return { since: addDays(receivedOn, after), dueOn: addDays(receivedOn, after + length) }
}

/** Waits one after the other; only the last may still be going on. */
function waitsFrom(receivedOn: Day, steps: readonly (readonly [number, number | null])[]): Pick<Life, 'waits' | 'supplementsAskedOn'> {
  const waits: { from: Day; until: Day | null }[] = []
  let on = receivedOn
  for (const [before, length] of steps) {
    const from = addDays(on, before)
    if (length === null) {
      waits.push({ from, until: null })
      break
    }
    on = addDays(from, length)
    waits.push({ from, until: on })
  }
  return { waits, supplementsAskedOn: waits.map(({ from }) => from) }
}
