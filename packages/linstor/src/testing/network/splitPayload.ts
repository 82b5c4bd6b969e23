/**
 * The messages in the payload of a data frame, the header first. What a length announces beyond the end of the payload is
 * not there, and no reason to refuse the rest: the controller parses what is left (observed on LINSTOR 0.6.0).
 *
 * @param most - How many messages are of interest. @default all
 */
export function splitPayload(payload: Uint8Array, most = Number.POSITIVE_INFINITY): Uint8Array[] {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < payload.length && parts.length < most) {
    let length = 0
    let factor = 1
    let byte = 0x80
    while (byte >= 0x80 && at < payload.length) {
      byte = payload[at++] ?? 0
      length += (byte & 0x7f) * factor
      factor *= 128
    }
    if (byte >= 0x80) break
    parts.push(payload.subarray(at, Math.min(at + length, payload.length)))
    at += length
  }
  return parts
}
