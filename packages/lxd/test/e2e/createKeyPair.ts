import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A self-signed certificate and its key, PEM. */
export function createKeyPair(commonName: string): { certificate: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lxd-key-'))
  const [certificate, key] = [join(folder, 'c.crt'), join(folder, 'c.key')]
  try {
    const form = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384', '-nodes', '-days', '2']
    execFileSync('openssl', ['req', ...form, '-subj', `/CN=${commonName}`, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    })
    return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
