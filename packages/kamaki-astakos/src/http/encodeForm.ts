/** The fields of a web form as a request body. Bytes, so that fetch adds no content type of its own. */
export function encodeForm(fields: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new URLSearchParams(fields).toString())
}
