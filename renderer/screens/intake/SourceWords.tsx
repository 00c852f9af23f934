const SHORT = 110

/** What the catalogue itself says; long words are opened on demand. */
export function SourceWords({ say, words }: { readonly say: (words: string) => string; readonly words: string }) {
  const text = words.replace(/[.\s]+$/u, '')
  if (text.length <= SHORT) return <p className="tiny muted">{say(text)}</p>
  return (
    <details className="tiny muted">
      <summary>{say(`${text.slice(0, text.lastIndexOf(' ', SHORT))}…`)}</summary>
      {text}
    </details>
  )
}
