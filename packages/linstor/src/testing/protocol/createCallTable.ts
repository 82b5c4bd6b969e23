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
import { reportError } from '../cluster/reportError.js'
import type { Call } from './Call.js'
import type { CallHandlers } from './CallHandlers.js'
import type { CallTable } from './CallTable.js'
import { fixedReplies } from './fixedReplies.js'

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

type AnyCodec = { readonly name: string; decode(input: Uint8Array): unknown } | undefined
type AnyHandler = ((call: Call, request: unknown) => void) | undefined

// Meant for satellites: the controller knows the name, and crashes for want of a message (observed on LINSTOR 0.6.0).
const internalCalls: ReadonlySet<string> = new Set(['AuthAccept'])

/** The calls that a controller of an API version offers. */
export function createCallTable(apiVersion: 2 | 3): CallTable {
  const codecs = new Map<string, AnyCodec>(Object.entries(apiVersion === 2 ? codecsV2 : codecsV3))
  // Each handler is typed by the codec of its own name, and is only ever given what that codec decoded.
  const own = { ...handlers, ...(apiVersion === 2 ? handlersV2 : {}) } as Readonly<Record<string, AnyHandler>>
  const byName = new Map(Object.entries(own).filter(([name]) => codecs.has(name)))
  return {
    takes(name) {
      if (internalCalls.has(name)) return 'a message'
      const codec = codecs.get(name)
      if (codec === undefined) return 'nothing'
      return codec.name === 'Filter' ? 'perhaps a message' : 'a message'
    },
    decode: (name, message) => codecs.get(name)?.decode(message),
    refusal({ name, session, cluster }) {
      if (cluster.security.authenticationRequired && session.identity === 'PUBLIC' && name !== 'SignIn') {
        return fixedReplies.notAuthenticated(name)
      }
      if (byName.has(name) || internalCalls.has(name)) return undefined
      const reply = fixedReplies.unknownCall(name)
      const id = reportError(cluster, { description: `The API call '${name}' cannot be executed.` })
      return apiVersion === 2 ? reply : { ...reply, errorReportIds: [id] }
    },
    run: (call, request) => byName.get(call.name)?.(call, request),
  }
}
