import type { ConfigurationError } from '@x/core-errors'
import type { MessageShape } from './MessageShape.js'
import { pathOfField } from './pathOfField.js'
import { refusal } from './refusal.js'

/** What an encoder throws when a field can't be sent. The value itself is not shown: it may be a passphrase. */
export const invalidField = (
  shape: MessageShape,
  tag: number,
  value: unknown,
  expected: string,
  index?: number,
): ConfigurationError =>
  refusal(pathOfField(shape, tag, index), value === undefined ? 'is required' : `must be ${expected}`)
