import { ConfigurationError } from '@x/core-errors'
import { serverGet } from '../actions/serverGet.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { waitForOperation } from '../operations/waitForOperation.js'
import type { Migration } from './Migration.js'
import type { MigrationMode } from './MigrationMode.js'
import { offered } from './offered.js'
import { relayMigration } from './relayMigration.js'
import { socketSecrets } from './socketSecrets.js'
import { withdrawOffer } from './withdrawOffer.js'

/**
 * Sends something from one server to another, and waits until both are done.
 *
 * @throws {LxdOperationError} when the transfer fails, at every address of the server that is connected to.
 * @throws {ConfigurationError} when that does not listen on HTTPS.
 */
export async function runMigration(migration: Migration, mode: MigrationMode, wait: LxdWaitOptions): Promise<void> {
  if (mode === 'relay') return relayMigration(migration, wait)
  const { operation, source, target } = migration
  const pulls = mode === 'pull'
  const [offering, connecting] = pulls ? [source, target] : [target, source]
  const call = { signal: wait.signal, timeoutMs: wait.timeoutMs, headers: wait.headers }
  const { addresses, certificate } = await listening(offering, operation, call)
  const offer = await offered(pulls ? migration.leave() : migration.arrive('push'), operation)
  const stop = new AbortController()
  const signal = wait.signal === undefined ? stop.signal : AbortSignal.any([wait.signal, stop.signal])
  // Waited for from its beginning: the servers may forget it while the other side still works.
  const over = waitForOperation(offering, offer, { ...call, signal })
  over.catch(() => {}) // awaited below, unless the other side fails first
  try {
    await firstThatWorks(addresses, (address) => {
      const url = `https://${address}/1.0/operations/${offer.id}`
      const peer = { operation: url, certificate, secrets: socketSecrets(offer) }
      return runOperation(connecting, () => (pulls ? migration.arrive('pull', peer) : migration.leave(peer)), wait)
    })
    await over
  } catch (error) {
    stop.abort()
    await withdrawOffer(offering, offer)
    throw error
  }
}

async function listening(
  server: LxdClient,
  operation: string,
  call: LxdCallOptions,
): Promise<{ addresses: string[]; certificate: string }> {
  const { environment } = await serverGet(server, {}, call)
  const { addresses, certificate } = environment
  if (addresses.length > 0) return { addresses, certificate }
  const text = `${operation}: the server that is connected to must listen on HTTPS: set its core.https_address, or use relay`
  throw new ConfigurationError(text, { operation })
}

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
