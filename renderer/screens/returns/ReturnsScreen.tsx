import { useEffect, useRef, useState } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { parseCardQr } from '../../../shared/people/card-qr.ts'
import { taskOf } from '../../../shared/dossiers/task.ts'
import { mayDo, rolesWith } from '../../../shared/users/role.ts'
import { Screen, type ScreenKey } from '../../parts/Screen.tsx'
import { useDossier } from '../../parts/use-dossier.ts'
import { useScan, type Scan } from '../../parts/use-scan.ts'
import { useOffice } from '../../state/office.ts'
import { goTo, usePlace } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useSession } from '../../state/session.ts'
import { findByCode } from '../../store/queries/by-code.ts'
import { returnsText as t } from '../../text/returns.ts'
import { rolesWhoMay } from '../../text/roles.ts'
import { Message } from '../../ui/Message.tsx'
import { pressMain } from '../../ui/press-main.ts'
import { HandOverPanel } from './HandOverPanel.tsx'
import { NotReady } from './NotReady.tsx'
import { ReadyPanel } from './ReadyPanel.tsx'
import { useReturn } from './use-return.ts'
import './returns.css'

/** Trả kết quả: find it, see who collects, give the originals back, take the fee, record the hand-over, print the slip. */
export function ReturnsScreen() {
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  if (view === null || today === null) return <Screen title={t.title} help={t.help} keys={[]}><p role="status" /></Screen>
  return <Returns view={view} today={today} />
}

function Returns({ view, today }: { readonly view: OfficeView; readonly today: Day }) {
  const from = usePlace(state => state.subject)
  const who = useSession(state => state.who)
  const isReadOnly = useProgram(state => state.journal !== null && state.journal.readOnly !== null)
  const [chosen, setChosen] = useState<string | null>(from)
  const [unknown, setUnknown] = useState<string | null>(null)
  const find = useRef<HTMLInputElement>(null)
  const { opened, reload } = useDossier(chosen)
  const dossier = opened.kind === 'open' && opened.dossier.subject === chosen ? opened.dossier : null
  const isReady = dossier !== null && taskOf(dossier) === 'return'
  const may = mayDo(who?.roles ?? [], 'dossier/return') && !isReadOnly

  function next(): void {
    setChosen(null)
    find.current?.focus()
    find.current?.select()
  }
  const work = useReturn(isReady ? dossier : null, async () => {
    await reload()
    next()
  })
  function choose(subject: string): void {
    setUnknown(null)
    work.clear()
    setChosen(subject)
  }
  async function openCode({ text }: Scan): Promise<void> {
    const code = (text.split('|')[0] ?? '').trim()
    const row = await findByCode(code)
    if (row === undefined) setUnknown(code)
    else choose(row.subject)
  }
  useScan({
    'receipt-qr': scan => { void openCode(scan) },
    'dossier-code': scan => { void openCode(scan) },
    ...(isReady && { card: ({ text }: Scan) => {
      const card = parseCardQr(text)
      if (card.ok) work.collect(card.value)
    } }),
  })
  const keys: readonly ScreenKey[] = isReady && may
    ? [
      { shortcut: 'F9', label: t.saveKey, act: pressMain, main: true },
      { shortcut: 'Shift+F9', label: t.saveOnly, act: () => { work.save(false) } },
    ]
    : []
  return (
    <Screen title={t.title} help={t.help} keys={[
      ...keys,
      { shortcut: 'F7', label: t.keys.find, act: () => { find.current?.focus() } },
      { cap: '↑ ↓', label: t.keys.rows },
      { cap: 'F6', label: t.keys.part },
      { cap: 'Space', label: t.keys.tick },
      { shortcut: 'F8', label: t.keys.park, act: next },
    ]}>
      {work.said !== null && <Message tone="plain" role="status">{work.said}</Message>}
      {unknown !== null && <Message tone="soon" role="status">{t.noSuchCode(unknown)}</Message>}
      <div className="returns">
        <ReadyPanel view={view} today={today} me={who?.id ?? ''} chosen={chosen} find={find} onChoose={choose} />
        <Chosen dossier={dossier} isReady={isReady} may={may} work={work} />
      </div>
    </Screen>
  )
}

interface ChosenProps {
  readonly dossier: Dossier | null
  readonly isReady: boolean
  readonly may: boolean
  readonly work: ReturnType<typeof useReturn>
}

function Chosen({ dossier, isReady, may, work }: ChosenProps) {
  const subject = dossier?.subject
  useEffect(() => {
    if (subject !== undefined && isReady) document.querySelector<HTMLElement>('.hand-over [type=radio]:checked')?.focus()
  }, [subject, isReady])
  if (dossier === null) return <section className="panel nothing" aria-label={t.handOver}><p className="empty">{t.choose}</p></section>
  if (!isReady) return <NotReady dossier={dossier} onOpen={() => { goTo('dossier', dossier.subject) }} />
  if (!may) return <section className="panel nothing" aria-label={t.handOver}><p className="empty">{t.notMine(rolesWhoMay(rolesWith('dossier/return')))}</p></section>
  return <HandOverPanel dossier={dossier} work={work} />
}
