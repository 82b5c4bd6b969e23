import { FakeFault } from '../protocol/FakeFault.js'
import { parseSize } from './parseSize.js'

const volumeKeys = [
  'security.shifted',
  'security.unmapped',
  'size',
  'snapshots.expiry',
  'snapshots.pattern',
  'snapshots.schedule',
  'volatile.idmap.last',
  'volatile.idmap.next',
]
const poolKeys = ['rsync.bwlimit', 'rsync.compression', 'source', 'volatile.initial_source']
const driverKeys = { dir: [] as string[], btrfs: ['btrfs.mount_options', 'size'] }

type Config = Readonly<Record<string, string>>

/** @throws {FakeFault} @param status - 500 when a pool is created, 400 when it is changed. */
export function checkPoolConfig(driver: 'dir' | 'btrfs', config: Config, status: number): void {
  const known = [...poolKeys, ...driverKeys[driver], ...volumeKeys.map((key) => `volume.${key}`)]
  const wrong = Object.keys(config).find((key) => !isUserKey(key) && !known.includes(key))
  if (wrong !== undefined) throw new FakeFault(status, `Invalid option "${wrong}"`)
  const { size } = config
  if (size !== undefined && parseSize(size) === undefined) {
    throw new FakeFault(status, `Invalid value for option "size": Invalid value: ${size}`)
  }
}

/** @param name - With the project before it, as it stands on disk. @throws {FakeFault} 500 */
export function checkVolumeConfig(name: string, config: Config): void {
  const wrong = Object.keys(config).find((key) => !isUserKey(key) && !volumeKeys.includes(key))
  if (wrong !== undefined) throw new FakeFault(500, `Invalid option for volume "${name}" option "${wrong}"`)
  const { size } = config
  if (size !== undefined && size !== '' && parseSize(size) === undefined) {
    throw new FakeFault(500, `Invalid value for volume "${name}" option "size": Invalid value: ${size}`)
  }
}

const isUserKey = (key: string): boolean => key.startsWith('user.') || key.startsWith('volume.user.')
