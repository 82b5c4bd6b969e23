/** An answer of type `error`. */
export function errorAnswer(status: number, text: string): Response {
  const envelope = {
    type: 'error',
    status: '',
    status_code: 0,
    operation: '',
    error_code: status,
    error: text,
    metadata: null,
  }
  return new Response(`${JSON.stringify(envelope)}\n`, {
    status,
    headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
  })
}
