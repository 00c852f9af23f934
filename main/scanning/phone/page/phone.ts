import { isConvex } from './corners.ts'
import { cornerEditor } from './corner-editor.ts'
import { doorAt, newName, NOTHING, type Door } from './door.ts'
import { openOutbox, type Outbox, type PhotoState } from './outbox.ts'
import { cutOut, openPicture, type OpenPicture } from './picture.ts'
import { machineAt, words } from './words.ts'

const RETRY = 4_000
const PHONE = 'phone'

const [state, again, take, cut, photos] = ['state', 'again', 'take', 'cut', 'photos'].map(byId) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
const table = byId('table')
const editor = cornerEditor(table, byId('picture') as HTMLCanvasElement, table.querySelector('polygon') as SVGPolygonElement)
const lines = new Map<number, HTMLLIElement>()
const files: File[] = []
let desk = 'máy quầy'
let kept = 0
let outbox: Outbox | undefined
let picture: OpenPicture | undefined

// The camera of a small phone may push the page out of memory: it comes back as the same phone.
const phone = sessionStorage.getItem(PHONE) ?? newName()
sessionStorage.setItem(PHONE, phone)
const door = doorAt(location, phone)
take.hidden = true
if (door === undefined) say(words.noKey)
else void greet(door)

/** Until the PC knows this phone; a door that is closed is not tried again. */
async function greet(at: Door): Promise<void> {
  again.hidden = true
  const heard = await at.hello()
  if ('facts' in heard) {
    desk = machineAt(heard.facts.desk)
    if (outbox === undefined) kept = heard.facts.kept
    byId('title').textContent = words.title(desk)
    say(kept === 0 ? words.ready(desk) : words.back(desk, kept))
    outbox ??= openOutbox(at, kept, tell, status => mayTryAgain(at, status))
    outbox.hurry()
    take.hidden = picture !== undefined
    return
  }
  sayTrouble(heard.status)
  if (heard.status === NOTHING || heard.status === 429) setTimeout(() => { void greet(at) }, RETRY)
}

/** A photograph was not taken: a busy PC is waited for, any other reason is asked at the door. */
async function mayTryAgain(at: Door, status: number): Promise<boolean> {
  if (status === 503 || status === 429) return true
  const heard = await at.hello()
  if ('facts' in heard || heard.status === NOTHING) return true
  sayTrouble(heard.status)
  return false
}

function sayTrouble(status: number): void {
  say(status === 409 ? words.other : status === 404 ? words.closed : words.unreachable)
  again.hidden = status !== 409 && status !== 404
}

for (const id of ['camera', 'picker']) {
  const field = byId(id) as HTMLInputElement
  field.addEventListener('change', () => {
    files.push(...field.files ?? [])
    field.value = ''
    void openNext()
  })
}

/** One picture after another is shown with the corners that were found. */
async function openNext(): Promise<void> {
  if (picture !== undefined) return
  const file = files.shift()
  take.hidden = file !== undefined
  cut.hidden = true
  if (file === undefined) return
  say(words.opensPicture)
  picture = await openPicture(file)
  if (picture === undefined) {
    say(words.notPicture)
    take.hidden = files.length > 0
    if (files.length > 0) await openNext()
    return
  }
  cut.hidden = false
  editor.show(picture)
  byId('left').textContent = words.left(files.length)
  say(picture.found === undefined ? words.sheetNotFound : words.sheetFound)
  byId('cut-title').focus()
}

byId('whole').addEventListener('click', () => { editor.takeWhole() })
byId('drop').addEventListener('click', () => { leave() })
byId('send').addEventListener('click', () => { void send() })

async function send(): Promise<void> {
  const [from, corners] = [picture, editor.corners()]
  if (from === undefined || cut.hidden) return
  if (!isConvex(corners)) {
    say(words.crossed)
    return
  }
  say(words.cutting)
  cut.hidden = true
  outbox?.add(await cutOut(from, corners))
  leave()
}

function leave(): void {
  picture = undefined
  void openNext()
  if (files.length === 0) byId('camera').focus()
}

/** Each photograph has a line of its own; only what is settled is also said aloud. */
function tell({ nth, state: how, percent }: PhotoState): void {
  const line = lines.get(nth) ?? document.createElement('li')
  if (!lines.has(nth)) photos.prepend(line)
  lines.set(nth, line)
  byId('none').hidden = true
  line.className = how
  line.textContent = how === 'sending' ? words.sending(nth, percent) : how === 'full' || how === 'kept' ? words[how](nth, desk) : words[how](nth)
  if (how === 'kept') kept += 1
  if (how !== 'sending' && how !== 'keeping') say(line.textContent)
}

again.addEventListener('click', () => { if (door !== undefined) void greet(door) })
window.addEventListener('online', () => { outbox?.hurry() })
document.addEventListener('visibilitychange', () => { if (!document.hidden) outbox?.hurry() })
window.addEventListener('beforeunload', event => { if ((outbox?.unsent() ?? 0) > 0) event.preventDefault() })

byId('bye').addEventListener('click', () => {
  if ((outbox?.unsent() ?? 0) > 0) say(words.unsent)
  else void door?.bye().then(() => { say(words.done(kept, desk)) })
})

function say(text: string): void {
  if (state.textContent !== text) state.textContent = text
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`The page has no ${id}`)
  return element
}
