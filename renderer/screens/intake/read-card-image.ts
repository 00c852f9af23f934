import { failure, success, type Problem, type Result } from '../../../shared/base/result.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { changeDraft, useIntake } from '../../state/intake.ts'
import { useProgram } from '../../state/program.ts'
import { withCard } from './take-card.ts'

/**
 * Reads the ID card on the newest page of the scan tray into the person, as a card in the reader would be.
 *
 * Resolves with the number where only the print could be read: it goes into the field when the person takes it. Null otherwise;
 * what was wrong stands where a refused card says so.
 */
export async function readCardImage(): Promise<string | null> {
  const read = await ask(async () => {
    const newest = await newestImage()
    return newest.ok ? main.reading.readCard({ kind: 'tray', id: newest.value }) : newest
  })
  useIntake.setState({ cardProblem: read.ok ? null : read.problem })
  if (!read.ok) return null
  if (read.value.source === 'printed') return read.value.personalNumber
  const { card } = read.value
  changeDraft(draft => withCard(draft, card, useProgram.getState().now))
  return null
}

async function newestImage(): Promise<Result<string, Problem>> {
  const { pages } = await main.scanning.tray()
  const here = pages.filter(({ aside }) => aside !== 'taken-out').sort((one, other) => (one.at < other.at ? 1 : -1))
  return here[0] === undefined ? failure({ code: 'card/no-image' }) : success(here[0].id)
}
