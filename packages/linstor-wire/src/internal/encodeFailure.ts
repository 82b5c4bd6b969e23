import { isConfigurationError } from '@x/core-errors'
import type { MessageShape } from './MessageShape.js'
import { pathOfField } from './pathOfField.js'
import { reasonOf } from './reasonOf.js'
import { refusal } from './refusal.js'

/** Puts the place of a nested message before the path of an error that was thrown while encoding it. */
export function encodeFailure(error: unknown, shape: MessageShape, tag: number, index?: number): unknown {
  if (!isConfigurationError(error) || error.path === undefined) return error
  const inner = error.path.replace(/^\w+/, '')
  return refusal(pathOfField(shape, tag, index) + inner, reasonOf(error, error.path))
}
