import type { Writer } from 'protobufjs/minimal.js'
import { MessageWriter } from './MessageWriter.js'

/** A new writer. */
export const createWriter = (): Writer => new MessageWriter()
