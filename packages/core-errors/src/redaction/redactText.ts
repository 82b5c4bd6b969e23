/** What stands in place of a secret. */
export const redacted = '[redacted]'

// Shorter texts are not searched for: replacing every "1" of a message destroys it and hides nothing.
const shortestSecret = 4

// Every repetition before a fixed part is bounded: an unbounded one is quadratic on long texts.
const header =
  /\b((?:proxy-)?authorization|(?:set-)?cookie|x-[a-z-]{0,40}token)(["']?\s*[:=]\s*)(?!\[redacted\])[^\r\n]+/gi
const assignment =
  /\b([a-z0-9_-]{0,40}(?:password|passphrase|passwd|token|secret|adminpass|private[_-]?key))(["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"',;&)}\]]+)/gi
const scheme = /\b(Bearer|Basic|Storpool v1:)\s*[A-Za-z0-9+/=._~:-]{4,}/g
const userInfo = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]+@/gi
const pem = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(?:-----END \1-----|$)/g

/**
 * Replaces secrets in a text: the given ones wherever they stand (also percent-encoded or escaped for JSON), and
 * whatever looks like a credential: authorization headers, `password=`, `https://user:password@`, private keys.
 *
 * @param text - Any text.
 * @param secrets - Tokens, passwords, keys. Texts of fewer than 4 characters are ignored.
 */
export function redactText(text: string, secrets: Iterable<string>): string {
  let result = text
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
      result = result.replaceAll(form, redacted)
    }
  }
  return result
    .replace(pem, redacted)
    .replace(header, `$1$2${redacted}`)
    .replace(scheme, `$1 ${redacted}`)
    .replace(assignment, `$1$2${redacted}`)
    .replace(userInfo, `$1${redacted}@`)
}
