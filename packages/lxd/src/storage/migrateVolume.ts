import { ConfigurationError, ProtocolError } from '@x/core-errors'
import { operationWebsocketGet } from '../actions/operationWebsocketGet.js'
import { serverGet } from '../actions/serverGet.js'
import { storagePoolVolumesTypePost } from '../actions/storagePoolVolumesTypePost.js'
import { storagePoolVolumeTypeDelete } from '../actions/storagePoolVolumeTypeDelete.js'
import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import { storagePoolVolumeTypePost } from '../actions/storagePoolVolumeTypePost.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import { waitForOperation } from '../operations/waitForOperation.js'
import type { Operation } from '../schemas/Operation.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** How a volume is sent to another server. */
export interface MigrateVolumeOptions extends LxdWaitOptions {
  name: string
  keepSource: boolean
  /** `pull`: the new server connects to the old one; `push`: the other way round. @default pull */
  mode?: 'pull' | 'push' | undefined
  config?: Record<string, string> | undefined
  description?: string | undefined
  volumeOnly?: boolean | undefined
  refresh?: boolean | undefined
}

/** Whom to connect to, and what to prove it with. */
interface Peer {
  operation: string
  certificate: string
  secrets: Record<string, string>
}

/**
 * Sends a custom volume, with its snapshots, to another server. The servers talk to each other over HTTPS: the one that
 * is connected to must listen (`core.https_address`). Configuration and description do not travel, so they are sent.
 *
 * @throws {LxdOperationError} when the transfer fails at every address.
 */
export async function migrateVolume(
  place: VolumePlace,
  target: LxdClient,
  poolName: string,
  options: MigrateVolumeOptions,
): Promise<void> {
  const { name, mode = 'pull', keepSource, config, description, volumeOnly, refresh, ...wait } = options
  const { client: source } = place
  const call = { signal: wait.signal, timeoutMs: wait.timeoutMs, headers: wait.headers }
  const volume = await storagePoolVolumeTypeGet(source, placeArguments(place), call)
  const own = Object.entries(volume.config).filter(([key]) => !key.startsWith('volatile.'))
  const definition = {
    poolName,
    type: 'custom',
    name,
    content_type: volume.content_type,
    config: config ?? Object.fromEntries(own),
    description: description ?? volume.description,
  }
  const departure = { ...placeArguments(place), name, migration: true, volume_only: volumeOnly }
  const arrival = { type: 'migration', mode, volume_only: volumeOnly, refresh }
  const leave = (peer?: Peer) =>
    storagePoolVolumeTypePost(source, { ...departure, ...(peer && { migrationTarget: peer }) }, call)
  const arrive = (peer?: Peer) =>
    storagePoolVolumesTypePost(target, { ...definition, source: { ...arrival, ...peer } }, call)
  const connect = mode === 'pull' ? arrive : leave
  const [offering, connecting] = mode === 'pull' ? [source, target] : [target, source]
  const { addresses, certificate } = await listening(offering, call)
  const offer = await offered(mode === 'pull' ? leave() : arrive())
  // Waited for from its beginning: the servers may forget it while the other side still works.
  const stop = new AbortController()
  const signal = wait.signal === undefined ? stop.signal : AbortSignal.any([wait.signal, stop.signal])
  const over = waitForOperation(offering, offer, { ...call, signal })
  over.catch(() => {}) // awaited below, unless the other side fails first
  try {
    await firstThatWorks(addresses, (address) => {
      const peer = {
        operation: `https://${address}/1.0/operations/${offer.id}`,
        certificate,
        secrets: secretsOf(offer),
      }
      return runOperation(connecting, () => connect(peer), wait)
    })
    await over
  } catch (error) {
    stop.abort()
    await withdraw(offering, offer)
    throw error
  }
  if (keepSource) return
  await settleChange(source, () => storagePoolVolumeTypeDelete(source, placeArguments(place), call), wait)
}

async function listening(
  server: LxdClient,
  call: LxdCallOptions,
): Promise<{ addresses: string[]; certificate: string }> {
  const { environment } = await serverGet(server, {}, call)
  const { addresses, certificate } = environment
  if (addresses.length > 0) return { addresses, certificate }
  throw new ConfigurationError('the server that is connected to must listen on HTTPS: set its core.https_address', {
    operation: 'migrateVolume',
  })
}

async function offered(change: Promise<LxdChange>): Promise<Operation> {
  const { operation } = await change
  if (operation !== undefined) return operation
  throw new ProtocolError('migrateVolume: the server did not offer an operation to connect to', {
    operation: 'migrateVolume',
  })
}

// An offer can't be canceled and waits for ever; it ends when what connects to it goes away.
async function withdraw(server: LxdClient, { id, metadata }: Operation): Promise<void> {
  for (const secret of Object.values(secretsOf({ metadata }))) {
    // It may be over by now, which is what is wanted.
    await operationWebsocketGet(server, { id, secret }).then(
      (socket) => socket.close(),
      () => {},
    )
  }
}

const secretsOf = ({ metadata }: Pick<Operation, 'metadata'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

// Servers list every address they listen on; not every one can be reached from everywhere.
async function firstThatWorks(
  addresses: readonly string[],
  attempt: (address: string) => Promise<unknown>,
): Promise<void> {
  const [address, ...others] = addresses
  try {
    await attempt(address ?? '')
  } catch (error) {
    if (others.length === 0 || !isLxdOperationError(error)) throw error
    await firstThatWorks(others, attempt)
  }
}
