const digits = 16
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

// Random bytes are fetched for many ids at once: asking costs more than the bytes.
const pool = new Uint8Array(1_024)
let used = pool.length

/** A random id for one call: 16 hexadecimal digits. */
export function createRequestId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  let id = ''
  while (id.length < digits) id += hex[pool[used++] as number]
  return id
}
