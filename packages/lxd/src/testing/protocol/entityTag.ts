import { goJson } from '../../storage/goJson.js'

/** The ETag of a value: the SHA-256 of its JSON, one line, as Go writes it. @see LXD 5.0.2, observed */
export async function entityTag(value: object): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${goJson(value)}\n`))
  return `"${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`
}
