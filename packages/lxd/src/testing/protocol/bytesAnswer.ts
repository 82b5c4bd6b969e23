/** An answer that is no JSON but bytes, or the part of them that the request asks for. */
export function bytesAnswer(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const all = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes', ...headers }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '')
  if (range === null) return answer(bytes, 200, all)
  const from = Number(range[1])
  const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1)
  if (from > to) return answer(new Uint8Array(), 416, { ...all, 'content-range': `bytes */${bytes.length}` })
  const content = bytes.subarray(from, to + 1)
  return answer(content, 206, { ...all, 'content-range': `bytes ${from}-${to}/${bytes.length}` })
}

const answer = (bytes: Uint8Array<ArrayBuffer>, status: number, headers: Record<string, string>): Response =>
  new Response(bytes, { status, headers: { ...headers, 'content-length': String(bytes.length) } })
