import type { Problem } from '../base/result.ts'

/** What can stand between this PC and the city; met in `main/sync` or said by the city, told in the window. */
export type SyncProblem = RoadTrouble | Refusal | EnrolTrouble | NoRange

/** The line, or whoever answers on it. */
interface RoadTrouble extends Problem {
  readonly code: 'city/failed' | 'sync/captive-page' | 'sync/certificate' | 'sync/clock' | 'sync/later' | 'sync/unreachable'
}

/** What the city, or this PC in the city's stead, will not take (rules S3, S5, S13). */
interface Refusal extends Problem {
  readonly code: 'sync/another-unit' | 'sync/body-invalid' | 'sync/body-too-large' | 'sync/brake' | 'sync/city-behind' | 'sync/chain-wrong' | 'sync/city-unlike'
    | 'sync/device-revoked' | 'sync/device-unknown' | 'sync/fork' | 'sync/gap' | 'sync/line-broken' | 'sync/page-length' | 'sync/page-name'
    | 'sync/page-unknown' | 'sync/page-unlike' | 'sync/protocol-too-new' | 'sync/protocol-too-old' | 'sync/refused-unknown'
    | 'sync/signature-wrong' | 'sync/unsigned'
}

/** Why a code did not open this PC. */
interface EnrolTrouble extends Problem {
  readonly code: 'enrol/code-expired' | 'enrol/code-used' | 'enrol/code-wrong' | 'enrol/device-taken' | 'enrol/no-range-left'
    | 'enrol/proof-wrong' | 'enrol/too-many-tries'
}

/** This PC goes on with a copied or restored folder and has no numbers of its own yet (rules N4, J9). */
interface NoRange extends Problem {
  readonly code: 'number/no-range'
}
