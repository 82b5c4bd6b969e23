import module from 'protobufjs/dist/minimal/protobuf.min.js'
import type * as minimal from 'protobufjs/minimal.js'

/** The classes of protobufjs that are used here. */
export const protobufjs: Pick<typeof minimal, 'Reader' | 'Writer' | 'BufferWriter'> = module
