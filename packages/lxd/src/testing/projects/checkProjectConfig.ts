import { FakeFault } from '../protocol/FakeFault.js'

const known = /^(?:user|features|limits|restricted|backups|images)\.|^restricted$/

/** @throws {FakeFault} 400 */
export function checkProjectConfig(config: Readonly<Record<string, string>>): void {
  const wrong = Object.keys(config).find((key) => !known.test(key))
  if (wrong !== undefined) throw new FakeFault(400, `Invalid project configuration key "${wrong}"`)
}
