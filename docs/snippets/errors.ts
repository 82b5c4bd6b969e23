import {
  hasErrorBrand,
  isApiError,
  isClientError,
  isConfigurationError,
  isConnectionError,
  isProtocolError,
  isTimeoutError,
} from '@x/core-errors'
import { isStorPoolApiError, type StorPool } from '@x/storpool'

export async function catching(storpool: StorPool) {
  // #region catch
  try {
    await storpool.volumeCreate({ name: 'db-01', size: 2 ** 30 })
  } catch (error) {
    if (isApiError(error)) console.error(`refused: ${error.code} (HTTP ${error.status})`)
    else if (isConnectionError(error)) console.error(`no answer: ${error.message}`)
    else if (isTimeoutError(error)) console.error(`too late: not within ${error.timeoutMs} ms`)
    else if (isConfigurationError(error)) console.error(`not sent: ${error.path} can not be used`)
    else if (isProtocolError(error)) console.error(`not understood: ${error.path}`)
    else throw error // not one of ours: an abort with your own reason, or a mistake in the program
  }
  // #endregion
}

export async function specific(storpool: StorPool) {
  // #region code
  try {
    return await storpool.volumeInfo({ volumeName: 'db-01' })
  } catch (error) {
    if (isStorPoolApiError(error) && error.code === 'objectDoesNotExist') return undefined
    throw error
  }
  // #endregion
}

export async function again(work: () => Promise<void>, later: (work: () => Promise<void>) => void) {
  // #region retryable
  await work().catch((error: unknown) => {
    if (!isClientError(error) || !error.retryable) throw error
    later(work) // nothing was done, or doing it twice does no harm
  })
  // #endregion
}

export function brand(error: unknown) {
  // #region brand
  const isOutOfQuota = hasErrorBrand(error, 'QuotaExceededError')
  // #endregion
  return isOutOfQuota
}
