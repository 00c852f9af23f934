const KEY = 'certification-signers'
const KEPT = 6

/** Whoever signs certifications, with the title over the signature. */
export interface SignerChoice {
  readonly name: string
  readonly title: string
}

/** Who signed on this PC, the last first. */
export function knownSigners(): readonly SignerChoice[] {
  const lines = (localStorage.getItem(KEY) ?? '').split('\n').filter(line => line.includes('\t'))
  return lines.map(line => {
    const [name = '', title = ''] = line.split('\t')
    return { name, title }
  })
}

export function rememberSigner(signer: SignerChoice): void {
  const others = knownSigners().filter(({ name, title }) => name !== signer.name || title !== signer.title)
  localStorage.setItem(KEY, [signer, ...others].slice(0, KEPT).map(({ name, title }) => `${name}\t${title}`).join('\n'))
}
