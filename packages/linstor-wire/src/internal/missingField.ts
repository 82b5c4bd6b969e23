import type { ProtocolError } from '@x/core-errors'
import type { MessageShape } from './MessageShape.js'
import { malformed } from './malformed.js'
import { pathOfField } from './pathOfField.js'

/** What a decoder throws when a required field is not there. */
export const missingField = (shape: MessageShape, tag: number): ProtocolError =>
  malformed(pathOfField(shape, tag), 'is malformed: required field is missing')
