import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../../shared/base/json.ts'

const Source = Type.Union([Type.Literal('flatbed'), Type.Literal('feeder'), Type.Literal('duplex')])

/** What `wia.ps1` answers, one line each. */
const WiaLine = Type.Union([
  Type.Object({
    is: Type.Literal('device'), id: Type.String({ minLength: 1 }), name: Type.String(), sources: Type.Array(Source), resolutions: Type.Array(Type.Number()),
    width: Type.Number(), height: Type.Number(),
  }),
  Type.Object({ is: Type.Literal('page'), file: Type.String({ minLength: 1 }) }),
  Type.Object({ is: Type.Literal('end') }),
  Type.Object({ is: Type.Literal('problem'), code: Type.String() }),
  Type.Object({ is: Type.Literal('policy') }),
])
export type WiaLine = Static<typeof WiaLine>

/** Null for whatever else a PowerShell says: banners, warnings, the words of a profile. */
export function readWiaLine(line: string): WiaLine | null {
  const parsed = parseJson(line.replace(/^\uFEFF/, '').trim())
  return Value.Check(WiaLine, parsed) ? parsed : null
}
