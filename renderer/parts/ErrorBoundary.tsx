import { Component, type ReactNode } from 'react'
import { report } from '../ask.ts'
import { calm } from '../text/calm.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'

interface Fallen {
  readonly fallen: boolean
  readonly number: number | null
}

/** Catches a bug of the window, reports it, and says one calm sentence. React knows no other way than a class. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Fallen> {
  override state: Fallen = { fallen: false, number: null }

  static getDerivedStateFromError(): Partial<Fallen> {
    return { fallen: true }
  }

  override componentDidCatch(reason: Error): void {
    void report(reason).then(number => { this.setState({ number }) })
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children
    return (
      <main className="fallen" aria-label={calm.title}>
        <Message tone="late" role="alert" title={calm.title}
          acts={<Button kind="main" autoFocus onClick={() => { window.location.reload() }}>{calm.again}</Button>}>
          {calm.rest(this.state.number)}
        </Message>
      </main>
    )
  }
}
