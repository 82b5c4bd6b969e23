import { refusal } from '../internal/refusal.js'

/** @throws {ConfigurationError} when a payload of `size` bytes must not be sent. */
export function checkPayloadSize(size: number, maxPayloadBytes: number): void {
  if (size > maxPayloadBytes) throw refusal('payload', `of ${size} bytes is above the limit of ${maxPayloadBytes}`)
}
