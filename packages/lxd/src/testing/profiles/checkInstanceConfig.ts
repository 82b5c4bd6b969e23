import { FakeFault } from '../protocol/FakeFault.js'

// Not every key of the server, but every group of keys: what is in none of them is unknown.
const groups =
  /^(?:user|environment|image|limits|security|snapshots|boot|linux|migration|nvidia|raw|volatile|cluster|cloud-init|agent)\./
const deviceTypes = [
  'disk',
  'gpu',
  'infiniband',
  'nic',
  'none',
  'pci',
  'proxy',
  'tpm',
  'unix-block',
  'unix-char',
  'unix-hotplug',
  'usb',
]

/**
 * Checks the configuration and the devices of a profile or an instance.
 *
 * @param prefix - What stands before the text of the refusal.
 * @param status - 400 when a profile is created, 500 when something is changed.
 * @throws {FakeFault}
 */
export function checkInstanceConfig(
  config: Readonly<Record<string, string>>,
  devices: Readonly<Record<string, Readonly<Record<string, string>>>>,
  prefix = '',
  status = 400,
): void {
  const wrong = Object.keys(config).find((key) => !groups.test(key))
  if (wrong !== undefined) throw new FakeFault(status, `${prefix}Unknown configuration key: ${wrong}`)
  for (const [name, device] of Object.entries(devices)) {
    const problem = problemOf(name, device)
    if (problem !== undefined)
      throw new FakeFault(status, `${prefix}Device validation failed for "${name}": ${problem}`)
  }
}

function problemOf(
  name: string,
  { type = '', source = '', path = '' }: Readonly<Record<string, string>>,
): string | undefined {
  if (!deviceTypes.includes(type)) return `Failed loading device "${name}": Unsupported device type`
  const isIncomplete = type === 'disk' && (path === '' || (source === '' && path !== '/'))
  return isIncomplete ? 'Disk entry is missing the required "source" or "path" property' : undefined
}
