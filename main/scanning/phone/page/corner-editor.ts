import { TO_BE_DRAGGED, WHOLE, type Corners, type Point } from './corners.ts'
import type { OpenPicture } from './picture.ts'
import { words } from './words.ts'

export interface CornerEditor {
  readonly show: (picture: OpenPicture) => void
  readonly takeWhole: () => void
  readonly corners: () => Corners
}

const SHOWN = 1000
const STEP = 0.01
const LARGE_STEP = 0.05

/** Four corners over a picture, moved by finger, mouse or arrow keys. */
export function cornerEditor(table: HTMLElement, canvas: HTMLCanvasElement, polygon: SVGPolygonElement): CornerEditor {
  let corners: Corners = WHOLE
  const handles = words.corner.map((name, i) => handle(name, i))
  table.append(...handles)

  function handle(name: string, i: number): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'corner'
    button.addEventListener('pointerdown', event => { button.setPointerCapture(event.pointerId) })
    button.addEventListener('pointermove', event => {
      if (!button.hasPointerCapture(event.pointerId)) return
      const box = table.getBoundingClientRect()
      place(i, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height })
    })
    button.addEventListener('keydown', event => {
      const step = event.shiftKey ? LARGE_STEP : STEP
      const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
      const at = corners[i]
      if (move === undefined || at === undefined) return
      event.preventDefault()
      place(i, { x: at.x + (move[0] ?? 0), y: at.y + (move[1] ?? 0) })
    })
    button.setAttribute('aria-label', name)
    return button
  }

  function place(nth: number, { x, y }: Point): void {
    const within = (value: number): number => Math.min(1, Math.max(0, value))
    const [a, b, c, d] = corners.map((corner, i) => i === nth ? { x: within(x), y: within(y) } : corner)
    if (a !== undefined && b !== undefined && c !== undefined && d !== undefined) corners = [a, b, c, d]
    draw()
  }

  function draw(): void {
    polygon.setAttribute('points', corners.map(({ x, y }) => `${x},${y}`).join(' '))
    handles.forEach((button, i) => {
      const { x, y } = corners[i] ?? { x: 0, y: 0 }
      button.style.left = `${x * 100}%`
      button.style.top = `${y * 100}%`
      button.setAttribute('aria-label', words.cornerAt(words.corner[i] ?? '', Math.round(x * 100), Math.round(y * 100)))
    })
  }

  return {
    show: picture => {
      const scale = Math.min(1, SHOWN / Math.max(picture.canvas.width, picture.canvas.height))
      canvas.width = Math.round(picture.canvas.width * scale)
      canvas.height = Math.round(picture.canvas.height * scale)
      canvas.getContext('2d')?.drawImage(picture.canvas, 0, 0, canvas.width, canvas.height)
      corners = picture.found ?? TO_BE_DRAGGED
      draw()
    },
    takeWhole: () => {
      corners = WHOLE
      draw()
    },
    corners: () => corners,
  }
}
