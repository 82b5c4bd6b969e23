/**
 * Reader and Writer of protobufjs' minimal build. It is taken from the file that protobufjs ships ready-made:
 * `protobufjs/minimal.js` brings the package `long` into every bundle, 4 kB compressed, and nothing here uses it.
 */
import { globalBefore } from './globalBefore.js'
import { protobufjs } from './protobufjsMinimal.js'

// That file makes itself a global, which belongs to the application. This module is evaluated right after it; Bun has
// evaluated it before all others.
if (globalBefore === undefined || globalBefore === protobufjs) Reflect.deleteProperty(globalThis, 'protobuf')
else Reflect.set(globalThis, 'protobuf', globalBefore)

/** Reads the wire format of protobuf. */
export const Reader = protobufjs.Reader

/** Writes the wire format of protobuf; in Node the variant that uses `Buffer`. */
export const Writer: typeof protobufjs.Writer =
  globalThis.Buffer === undefined ? protobufjs.Writer : protobufjs.BufferWriter
