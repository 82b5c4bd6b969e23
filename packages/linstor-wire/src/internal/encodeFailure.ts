import { ConfigurationError } from '@x/core-errors'
import type { MessageShape } from './MessageShape.js'
import { nestedFailure } from './nestedFailure.js'
import { pathOfField } from './pathOfField.js'
import { refusal } from './refusal.js'

/** Puts the place of a nested message before the path of an error that was thrown while encoding it. */
export const encodeFailure = (error: unknown, shape: MessageShape, tag: number, index?: number): unknown =>
  error instanceof ConfigurationError && error.path !== undefined
    ? nestedFailure(refusal, pathOfField(shape, tag, index), error, error.path)
    : error
