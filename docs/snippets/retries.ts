import { createStorPool, createStorPoolClient, type StorPool } from '@x/storpool'

const address = { url: 'http://192.0.2.10:81', token: process.env['SP_AUTH_TOKEN'] ?? '' }

export function policies() {
  // #region policy
  const patient = createStorPool({ ...address, retry: { attempts: 10, baseDelayMs: 500, maxDelayMs: 30_000 } })
  const once = createStorPool({ ...address, retry: false })
  // #endregion
  return { patient, once }
}

export async function abort(storpool: StorPool, request: { signal: AbortSignal }) {
  // #region abort
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(10_000)])
  const volumes = await storpool.volumesList({ signal })
  // #endregion
  return volumes
}

export function watch() {
  // #region hooks
  const client = createStorPoolClient({
    ...address,
    hooks: {
      onRetry: ({ operation, delayMs, error }) => console.warn(`${operation}: again in ${delayMs} ms: ${error}`),
      onFailure: ({ operation, error }) => console.error(`${operation} failed: ${error}`),
    },
  })
  // #endregion
  return client
}
