import { ConfigurationError } from '@x/core-errors'

/** @throws {ConfigurationError} when a payload of `size` bytes must not be sent. */
export function checkPayloadSize(size: number, maxPayloadBytes: number): void {
  if (size > maxPayloadBytes) {
    throw new ConfigurationError(`frame: payload of ${size} bytes is above the limit of ${maxPayloadBytes}`, {
      path: 'payload',
    })
  }
}
