import { useState } from 'react'
import { formatTime } from '../../../shared/base/day.ts'
import type { Problem, Result } from '../../../shared/base/result.ts'
import type { SignInName } from '../../../shared/bridge/main-api.ts'
import { ask } from '../../ask.ts'
import { recentPeople, rememberPerson } from '../../state/recent-people.ts'
import { signIn, useSession } from '../../state/session.ts'
import { problemText } from '../../text/problems.ts'
import { signInWords as words } from '../../text/sign-in.ts'
import { shownPeople } from './shown-people.ts'

/** What is chosen and typed on the sign-in screen, and what the machine said. */
export function useSignIn() {
  const names = useSession(state => state.names)
  const [recent] = useState(recentPeople)
  const [chosen, setChosen] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const [letters, setLetters] = useState('')
  const [all, setAll] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const people = shownPeople(names, recent, letters, all)
  const person = names.find(({ id }) => id === chosen) ?? names.find(({ id }) => id === recent[0]) ?? names[0]

  function choose(id: string): void {
    setChosen(id)
    setPin('')
    setSaid(null)
  }

  async function enter(digits: string): Promise<void> {
    if (person === undefined || digits.length < 6 || busy) return
    setBusy(true)
    setSaid(words.checking)
    const answer = await ask<SignInName>(() => signIn(person.id, digits))
    setBusy(false)
    setPin('')
    setSaid(sentenceOf(answer))
    if (answer.ok) rememberPerson(person.id)
  }

  function type(digits: string): void {
    if (busy) return
    const kept = digits.replace(/\D/g, '').slice(0, 6)
    setPin(kept)
    if (kept.length === 6) void enter(kept)
  }

  function narrow(text: string): void {
    setLetters(text)
    const [first] = shownPeople(names, recent, text, all)
    if (text !== '' && first !== undefined) choose(first.id)
  }

  return {
    names, people, person, pin, letters, choose, type, narrow,
    showAll: all || letters !== '' ? undefined : () => { setAll(true) },
    erase: () => { type(pin.slice(0, -1)) },
    enter: () => { void enter(pin) },
    clear: () => {
      if (pin !== '') setPin('')
      else setLetters('')
    },
    message: said ?? (person === undefined ? words.nobody : standing(person)),
  }
}

function standing(person: SignInName): string {
  return person.lockedUntil === null ? words.triesLeft(person.triesLeft) : words.locked(formatTime(person.lockedUntil))
}

function sentenceOf(answer: Result<SignInName>): string {
  return answer.ok ? words.welcome(answer.value.name) : problemSentence(answer.problem)
}

function problemSentence(problem: Problem): string {
  if (problem.code === 'session/pin-wrong' && 'triesLeft' in problem) return words.wrong(Number(problem.triesLeft))
  if (problem.code === 'session/locked' && 'until' in problem) return words.locked(formatTime(String(problem.until)))
  return problemText(problem)
}
