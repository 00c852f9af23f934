import { useState } from 'react'
import { main } from '../../main-api.ts'
import { DropZone } from '../../parts/DropZone.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { doInTray, mayGoOn, useScanTray } from '../../state/scan-tray.ts'
import { scanText as t } from '../../text/scan.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Heaps } from './Heaps.tsx'
import { dossierFor, subjectsOf, toHeaps } from './heaps.ts'
import { OtherWays } from './OtherWays.tsx'
import { PageView } from './PageView.tsx'
import { RunMessage } from './RunMessage.tsx'
import { Targets } from './Targets.tsx'
import { useDossiers } from './use-dossiers.ts'
import { useBareKeys, useTrayWork } from './use-tray-work.ts'
import './scan.css'

const NO_PAGES = [] as const

/** Khay quét: a stack goes in once; pages land at their papers; what is unclear is in one place. */
export function ScanScreen() {
  const { tray, problem } = useScanTray()
  const [other, setOther] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const all = tray?.pages ?? NO_PAGES
  const heaps = toHeaps(all)
  const pages = heaps.flatMap(heap => heap.pages)
  const work = useTrayWork(pages)
  const subject = other ?? dossierFor(all, work.current?.id ?? null)
  const dossiers = useDossiers([...new Set([...subjectsOf(all), ...(subject === null ? [] : [subject])])].sort())
  const dossier = subject === null ? undefined : dossiers.get(subject)
  useBareKeys(work, dossier, () => { setAsking(true) })

  const active = pages.filter(({ aside }) => aside === null)
  const covers = active.filter(({ cover }) => cover !== null).length
  const unclear = active.filter(({ cover, place }) => cover === null && place === null).length
  const sheets = new Set(active.map(({ batch, sheet }) => `${batch} ${String(sheet)}`)).size
  const { keys } = t
  return (
    <Screen title={t.title} help={t.help} ready={tray !== null} keys={[
      { shortcut: 'F9', label: keys.file, act: work.file, main: true },
      { cap: '1…9', label: keys.place },
      { cap: 'Ctrl+← →', label: keys.turn },
      { shortcut: 'Delete', label: keys.takeOut, act: work.takeOut },
      { shortcut: 'Control+Z', label: keys.bringBack, act: work.bringBack },
      { cap: 'Enter', label: keys.suggestion, act: work.takeSuggestion },
      { shortcut: 'F5', label: mayGoOn(tray) ? keys.goOn : keys.scan, act: work.scanOn },
      { shortcut: 'F8', act: work.scanAgain },
      { shortcut: 'Control+ArrowLeft', act: () => { work.turn(-90) } },
      { shortcut: 'Control+ArrowRight', act: () => { work.turn(90) } },
      { shortcut: 'Control+ArrowUp', act: () => { work.move(-1) } },
      { shortcut: 'Control+ArrowDown', act: () => { work.move(1) } },
    ]}>
      {tray === null ? <p role="status">{t.opening}</p> : (
        <>
          <RunMessage tray={tray} problem={problem} work={work} />
          <p className={work.said === '' && !work.isFiling ? 'sr' : 'small'} role="status">{work.isFiling ? t.filing : work.said}</p>
          <DropZone onDrop={paths => { void doInTray(() => main.scanning.addDropped(paths, null)) }}>
            <div className="scan">
              <Targets
                dossier={dossier} work={work} isAsking={isAsking} onAsk={() => { setAsking(true) }}
                onFound={found => { setAsking(false); if (found !== null) setOther(found) }}
                countOf={paper => pages.filter(({ place }) => place?.kind === 'paper' && place.subject === subject && place.paper === paper).length}
              />
              <Panel title={t.sheets(sheets)} note={t.figures(covers, active.length - covers - unclear, unclear)} className="heaps-panel">
                {pages.length === 0 ? <p className="pad muted">{t.empty}</p> : <Heaps heaps={heaps} dossiers={dossiers} dossier={dossier} work={work} />}
                <OtherWays />
              </Panel>
              <PageView work={work} />
            </div>
          </DropZone>
        </>
      )}
    </Screen>
  )
}
