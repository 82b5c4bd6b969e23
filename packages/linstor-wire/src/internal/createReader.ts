import { Reader } from 'protobufjs/minimal.js'

/** A reader over the given bytes, or the given reader itself. */
export const createReader = (input: Reader | Uint8Array): Reader =>
  input instanceof Uint8Array ? Reader.create(input) : input
