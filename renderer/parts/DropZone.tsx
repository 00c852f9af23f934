import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { pathsOf } from '../main-api.ts'
import { dropText as t } from '../text/drop.ts'
import './drop-zone.css'

/**
 * Files dragged onto what it holds are handed on by their paths; while they are held over it, it says what will happen.
 *
 * Only a mouse can drag: whoever uses it shows a button that chooses files, too.
 */
export function DropZone({ onDrop, children }: { readonly onDrop: (paths: readonly string[]) => void, readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  // Entering a child comes before leaving its parent: only the count knows when all of it was left.
  const depth = useRef(0)

  function leave(count: number): void {
    depth.current = count
    if (count === 0) setOver(false)
  }

  return (
    <div
      className="drop-zone"
      onDragEnter={event => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        depth.current += 1
        setOver(true)
      }}
      onDragOver={event => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDragLeave={event => { if (holdsFiles(event)) leave(Math.max(0, depth.current - 1)) }}
      onDrop={event => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        leave(0)
        const paths = pathsOf([...event.dataTransfer.files])
        if (paths.length > 0) onDrop(paths)
      }}
    >
      {children}
      {isOver && <div className="drop-words" role="status"><p>{t.willTake}</p><p className="hint">{t.kinds}</p></div>}
    </div>
  )
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}
