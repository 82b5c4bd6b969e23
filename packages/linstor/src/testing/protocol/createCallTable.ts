import { requestCodecs as codecsV2 } from '@x/linstor-wire/codecs/v2'
import { requestCodecs as codecsV3 } from '@x/linstor-wire/codecs/v3'
import { controllerCalls } from '../calls/controllerCalls.js'
import { nodeCalls } from '../calls/nodeCalls.js'
import type { Call } from './Call.js'
import type { CallTable } from './executeCall.js'
import type { SomeHandlers } from './SomeHandlers.js'

const handlers: SomeHandlers = { ...controllerCalls, ...nodeCalls }

type AnyCodecs = Readonly<Record<string, { name: string; decode(input: Uint8Array): unknown } | undefined>>
type AnyHandlers = Readonly<Record<string, ((call: Call, request: unknown) => void) | undefined>>

/** The calls that a controller of an API version offers. */
export function createCallTable(apiVersion: 2 | 3): CallTable {
  const codecs: AnyCodecs = apiVersion === 2 ? codecsV2 : codecsV3
  // Each handler is typed by the codec of its own name, and is only ever given what that codec decoded.
  const byName = handlers as AnyHandlers
  return {
    has: (name) => Object.hasOwn(codecs, name) && byName[name] !== undefined,
    takes(name) {
      const codec = codecs[name]
      if (codec === undefined) return 'nothing'
      return codec.name === 'Filter' ? 'perhaps a message' : 'a message'
    },
    decode: (name, message) => codecs[name]?.decode(message),
    run: (call, request) => byName[call.name]?.(call, request),
  }
}
