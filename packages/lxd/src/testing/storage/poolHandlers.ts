import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { createdAnswer } from '../protocol/createdAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import { checkPoolConfig } from './checkConfig.js'
import { createPool } from './createPool.js'
import { findPool } from './findPool.js'
import { mergeConfig, withoutEmpty } from './mergeConfig.js'
import { cachedImages, poolUsers } from './poolUsers.js'

// The file system that all `dir` pools share, in bytes.
const sharedSpace = {
  space: { used: 1_073_741_824, total: 107_374_182_400 },
  inodes: { used: 1_000, total: 6_553_600 },
}
const emptyBtrfs = 6_062_080

/** Storage pools: listing, creating, reading, changing, deleting. */
export function poolHandlers(state: FakeState): FakeHandlers {
  const update = async (call: FakeCall, change: (pool: FakePool, body: JsonBody) => Record<string, string>) => {
    const pool = findPool(state, call.names['poolName'])
    const body = await call.json('StoragePoolPut')
    checkIfMatch(call.request, await entityTag([pool.name, pool.driver, pool.config]))
    const config = change(pool, body)
    if (config['source'] !== pool.config['source']) {
      throw new FakeFault(500, 'Pool source cannot be changed when not in pending state')
    }
    checkPoolConfig(pool.driver, config, 400)
    pool.config = config
    // A PATCH that names no description empties it, too. LXD 5.0.2, observed.
    pool.description = body.text('description')
    state.events.lifecycle('storage-pool-updated', { source: pathOf(['storage-pools', pool.name]) })
    return doneAnswer()
  }
  return {
    storagePoolsGet: ({ recursion }) =>
      syncAnswer(
        state.pools.map((pool) => (recursion > 0 ? documentOfPool(state, pool) : pathOf(['storage-pools', pool.name]))),
      ),
    async storagePoolsPost(call) {
      const pool = createPool(state, await call.json('StoragePoolsPost'))
      const path = pathOf(['storage-pools', pool.name])
      state.events.lifecycle('storage-pool-created', { source: path })
      return createdAnswer(path)
    },
    // LXD 5.0.2 sends no ETag here, but compares If-Match with one.
    storagePoolGet: ({ names }) => syncAnswer(documentOfPool(state, findPool(state, names['poolName']))),
    storagePoolPut: (call) => update(call, (_, body) => withoutEmpty(body.map('config'))),
    storagePoolPatch: (call) => update(call, (pool, body) => mergeConfig(pool.config, body.map('config'))),
    storagePoolsDelete({ names }) {
      const pool = findPool(state, names['poolName'])
      if (poolUsers(state, pool).length > 0) throw new FakeFault(400, 'The storage pool is currently in use')
      state.pools = state.pools.filter((one) => one !== pool)
      state.events.lifecycle('storage-pool-deleted', { source: pathOf(['storage-pools', pool.name]) })
      return doneAnswer()
    },
    storagePoolResources({ names }) {
      const pool = findPool(state, names['poolName'], 500)
      if (pool.driver === 'dir') return syncAnswer(sharedSpace)
      return syncAnswer({ space: { used: emptyBtrfs, total: pool.bytes ?? 0 }, inodes: { used: 0, total: 0 } })
    },
  }
}

function documentOfPool(state: FakeState, pool: FakePool): Record<string, unknown> {
  const { config, description, name, driver } = pool
  const users = [...cachedImages(pool), ...poolUsers(state, pool)]
  const used_by = users.length === 0 ? null : users
  return { config, description, name, driver, used_by, status: 'Created', locations: ['none'] }
}
