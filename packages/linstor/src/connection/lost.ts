import { ConnectionError } from '@x/core-errors'
import type { ControllerAddress } from '../uri/ControllerAddress.js'

/** What a connection ends with when its bytes stop coming. */
export const lost = ({ uri }: ControllerAddress, reason: string, cause?: Error & { code?: string }): ConnectionError =>
  new ConnectionError(`connection to ${uri} lost: ${reason}`, { cause, code: cause?.code, retryable: true })
