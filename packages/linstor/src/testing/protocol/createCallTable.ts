import { requestCodecs as codecsV2 } from '@x/linstor-wire/codecs/v2'
import { requestCodecs as codecsV3 } from '@x/linstor-wire/codecs/v3'
import { connectionCalls } from '../calls/connectionCalls.js'
import { controllerCalls } from '../calls/controllerCalls.js'
import { createRscs } from '../calls/createRscs.js'
import { drbdProxyCalls } from '../calls/drbdProxyCalls.js'
import { errorReportCalls } from '../calls/errorReportCalls.js'
import { netInterfaceCalls } from '../calls/netInterfaceCalls.js'
import { nodeCalls } from '../calls/nodeCalls.js'
import { placementCalls } from '../calls/placementCalls.js'
import { restoreCalls } from '../calls/restoreCalls.js'
import { rscCalls } from '../calls/rscCalls.js'
import { rscDfnCalls } from '../calls/rscDfnCalls.js'
import { securityCalls } from '../calls/securityCalls.js'
import { snapshotCalls } from '../calls/snapshotCalls.js'
import { storPoolCalls } from '../calls/storPoolCalls.js'
import { storPoolDfnCalls } from '../calls/storPoolDfnCalls.js'
import { toggleDiskCalls } from '../calls/toggleDiskCalls.js'
import { vlmDfnCalls } from '../calls/vlmDfnCalls.js'
import { watchCalls } from '../calls/watchCalls.js'
import type { Call } from './Call.js'
import type { CallHandlers } from './CallHandlers.js'
import type { CallTable } from './executeCall.js'

const handlers: Omit<CallHandlers<typeof codecsV3>, 'Hostname'> = {
  ...connectionCalls,
  ...controllerCalls,
  ...drbdProxyCalls,
  ...errorReportCalls,
  ...netInterfaceCalls,
  ...nodeCalls,
  ...placementCalls,
  ...restoreCalls,
  ...rscCalls,
  ...rscDfnCalls,
  ...securityCalls,
  ...snapshotCalls,
  ...storPoolCalls,
  ...storPoolDfnCalls,
  ...toggleDiskCalls,
  ...vlmDfnCalls,
  ...watchCalls,
}

// The two versions differ in this message only.
const handlersV2: Pick<CallHandlers<typeof codecsV2>, 'CrtRsc'> = {
  CrtRsc(call, { rsc, overrideNodeId }) {
    createRscs(call, [{ ...rsc, overrideNodeId }])
  },
}

type AnyCodecs = Readonly<Record<string, { name: string; decode(input: Uint8Array): unknown } | undefined>>
type AnyHandlers = Readonly<Record<string, ((call: Call, request: unknown) => void) | undefined>>

/** The calls that a controller of an API version offers. */
export function createCallTable(apiVersion: 2 | 3): CallTable {
  const codecs: AnyCodecs = apiVersion === 2 ? codecsV2 : codecsV3
  // Each handler is typed by the codec of its own name, and is only ever given what that codec decoded.
  const byName = { ...handlers, ...(apiVersion === 2 ? handlersV2 : {}) } as AnyHandlers
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
