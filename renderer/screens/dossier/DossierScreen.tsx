import { dayOfInstant } from '../../../shared/base/day.ts'
import { Screen } from '../../parts/Screen.tsx'
import { useDossier } from '../../parts/use-dossier.ts'
import { useOffice } from '../../state/office.ts'
import { goBack, usePlace } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { dossierHelp, dossierText as t } from '../../text/dossier.ts'
import { Button } from '../../ui/Button.tsx'
import { Message } from '../../ui/Message.tsx'
import { DossierPage } from './DossierPage.tsx'
import './dossier.css'

/** Một hồ sơ: everything about it, and only what I may do with it. */
export function DossierScreen() {
  const subject = usePlace(state => state.subject)
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const { opened, reload } = useDossier(subject)
  if (opened.kind === 'open' && view !== null && today !== null) {
    return <DossierPage dossier={opened.dossier} view={view} today={today} reload={reload} />
  }
  const isKnownMissing = opened.kind === 'unknown' || opened.kind === 'half'
  return (
    <Screen title={t.title(undefined)} help={dossierHelp} onLeave={goBack} keys={[{ cap: 'Esc', label: t.keys.back, act: goBack }]}>
      {isKnownMissing
        ? (
          <Message tone="soon" title={opened.kind === 'half' ? t.halfHere : t.unknown} acts={<Button size="small" onClick={goBack}>{t.back}</Button>}>
            {opened.kind === 'half' ? t.halfHereNext : t.unknownNext}
          </Message>
        )
        : <p role="status">{t.opening}</p>}
    </Screen>
  )
}
