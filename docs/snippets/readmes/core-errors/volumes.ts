import type { StorPool } from '@x/storpool'

declare const storpool: StorPool

// #region shown
import { isApiError, isConnectionError, isTimeoutError } from '@x/core-errors'

try {
  await storpool.volumesList()
} catch (error) {
  if (isApiError(error)) console.error(`refused: ${error.code} (HTTP ${error.status})`)
  else if (isConnectionError(error) || isTimeoutError(error)) console.error(`no answer: ${error.message}`)
  else throw error
}
// #endregion
