import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import { checkPoolConfig } from './checkConfig.js'
import { withoutEmpty } from './mergeConfig.js'
import { parseSize } from './parseSize.js'

const defaultSize = '30GiB'
// What mkfs.btrfs needs at least, in bytes.
const smallestBtrfs = 114_294_784

// What a server answers whose tools or modules are missing, as on most machines. LXD 5.0.2, observed.
const missing: Readonly<Record<string, string>> = {
  zfs: 'Error loading "zfs" module: Failed to run: modprobe -b zfs: exec: "modprobe": executable file not found in $PATH',
  lvm: 'Required tool "lvm" is missing',
  ceph: "Required tool 'ceph' is missing",
  cephfs: "Required tool 'ceph' is missing",
  cephobject: 'Required tool "radosgw-admin" is missing',
}

/** Makes a pool as a request describes it. @throws {FakeFault} with the status and the text of LXD 5.0.2 */
export function createPool(state: FakeState, body: JsonBody): FakePool {
  const name = body.text('name')
  const driver = body.text('driver')
  if (name === '') throw new FakeFault(400, 'No name provided')
  if (name.includes('/')) throw new FakeFault(400, 'Storage pool names may not contain slashes')
  if (driver === '') throw new FakeFault(400, 'No driver provided')
  if (state.pools.some((pool) => pool.name === name)) {
    throw new FakeFault(409, 'The storage pool already exists: The record already exists')
  }
  if (/\s/.test(name)) throw new FakeFault(500, 'Storage name cannot contain white space')
  if (driver !== 'dir' && driver !== 'btrfs') throw new FakeFault(500, missing[driver] ?? 'Unknown driver')
  const config = withoutEmpty(body.map('config'))
  checkPoolConfig(driver, config, 500)
  const pool = driver === 'dir' ? dirPool(state, name, config) : btrfsPool(state, name, config)
  pool.description = body.text('description')
  state.pools.push(pool)
  return pool
}

function dirPool(state: FakeState, name: string, config: Record<string, string>): FakePool {
  const { source = '' } = config
  if (source !== '') throw new FakeFault(500, `Source path '${source}' doesn't exist`)
  const place = `${state.stateDirectory}/storage-pools/${name}`
  return { ...emptyPool(name), driver: 'dir', config: { ...config, source: place }, bytes: undefined }
}

function btrfsPool(state: FakeState, name: string, config: Record<string, string>): FakePool {
  const { size = defaultSize } = config
  const bytes = parseSize(size) ?? 0
  const source = `${state.stateDirectory}/disks/${name}.img`
  if (bytes < smallestBtrfs) {
    const run = `mkfs.btrfs -L ${name} ${source}: exit status 1`
    const reason = `ERROR: '${source}' is too small to make a usable filesystem`
    throw new FakeFault(500, `Failed to format sparse file: Failed to run: ${run} (${reason})`)
  }
  return { ...emptyPool(name), driver: 'btrfs', config: { ...config, size, source }, bytes }
}

const emptyPool = (name: string) => ({ name, description: '', volumes: [], hasQuotas: false })
