import { useProgram } from '../state/program.ts'
import { useSync } from '../state/sync.ts'
import { Icon } from '../ui/Icon.tsx'
import { sendingWords } from './sending-words.ts'
import { useCalmly } from './use-calmly.ts'

/** How the road to the city stands; seen at once, spoken at most once in five seconds. */
export function SendingLine() {
  const sync = useSync(state => state.state)
  const now = useProgram(state => state.now)
  const { tone, title, note } = sendingWords(now === null ? null : sync, now ?? '')
  const spoken = useCalmly(title, SPOKEN_EVERY_MS)
  return (
    <div className={`light ${tone}`}>
      <Icon name={tone} />
      <span>
        <b aria-hidden="true">{title}</b>
        <span>{note}</span>
      </span>
      <span className="sr" role="status">{spoken}</span>
    </div>
  )
}

const SPOKEN_EVERY_MS = 5_000
