import { Writer } from 'protobufjs/minimal.js'

/** A new writer. */
export const createWriter = (): Writer => Writer.create()
