import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TlsFiles {
  readonly key: string
  readonly cert: string
}

/** A key and a certificate for 127.0.0.1 that signs itself, as PEM, made by openssl; good until `until` (UTC), or for a day. */
export function tlsFiles(until?: string): TlsFiles {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'))
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')] as const
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile, '-subj', '/CN=mot-cua']
  const named = ['-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1', '-out', certFile]
  try {
    execFileSync('openssl', [...asked, ...named], { stdio: 'pipe' })
    if (until !== undefined) signFor(folder, keyFile, certFile, until)
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `req` of older versions knows days from now only; `ca` takes two instants. */
function signFor(folder: string, keyFile: string, certFile: string, until: string): void {
  const stamp = (instant: number): string => new Date(instant).toISOString().replaceAll(/[-:T]|\.\d{3}/g, '')
  const [requestFile, configFile] = [join(folder, 'request.pem'), join(folder, 'ca.conf')] as const
  execFileSync('openssl', ['req', '-new', '-key', keyFile, '-subj', '/CN=mot-cua', '-addext', 'subjectAltName=IP:127.0.0.1', '-out', requestFile], { stdio: 'pipe' })
  execFileSync('sh', ['-c', 'touch "$0/list.txt" && echo 01 > "$0/serial.txt" && cat > "$1"', folder, configFile], {
    input: `[ca]\ndefault_ca=one\n[one]\ndir=${folder}\ndatabase=${folder}/list.txt\nserial=${folder}/serial.txt\nnew_certs_dir=${folder}
default_md=sha256\npolicy=any\ncopy_extensions=copy\n[any]\ncommonName=supplied\n`,
  })
  const days = ['-startdate', stamp(Date.parse(until) - 86_400_000), '-enddate', stamp(Date.parse(until))]
  execFileSync('openssl', ['ca', '-batch', '-notext', '-selfsign', '-config', configFile, '-keyfile', keyFile, '-in', requestFile, '-out', certFile, ...days], { stdio: 'pipe' })
}
