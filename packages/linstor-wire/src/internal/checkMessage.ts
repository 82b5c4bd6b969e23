import type { MessageShape } from './MessageShape.js'
import { refusal } from './refusal.js'

/** @throws {ConfigurationError} when what is to be encoded is not even an object. */
export function checkMessage(message: unknown, { name }: MessageShape): void {
  if (typeof message !== 'object' || message === null) throw refusal(name, 'must be an object')
}
