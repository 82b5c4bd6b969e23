/** What goes with an answer. */
export interface AnswerExtras {
  /** @default 200 */
  status?: number | undefined
  location?: string | undefined
  etag?: string | undefined
  headers?: Readonly<Record<string, string>> | undefined
}

/**
 * An answer of type `sync`. Its body says 200 whatever the status is.
 *
 * @see LXD 5.0.2, observed
 */
export function syncAnswer(metadata: unknown, { status = 200, location, etag, headers }: AnswerExtras = {}): Response {
  const envelope = {
    type: 'sync',
    status: 'Success',
    status_code: 200,
    operation: '',
    error_code: 0,
    error: '',
    metadata,
  }
  return new Response(`${JSON.stringify(envelope)}\n`, {
    status,
    headers: {
      'content-type': 'application/json',
      ...(location === undefined ? {} : { location }),
      ...(etag === undefined ? {} : { etag }),
      ...headers,
    },
  })
}
