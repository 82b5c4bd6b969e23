import { FakeFault } from '../protocol/FakeFault.js'

/** @throws {FakeFault} 400 */
export function checkInstanceName(name: string): void {
  const problem = problemOf(name)
  if (problem !== undefined) throw new FakeFault(400, `Invalid instance name: ${problem}`)
}

function problemOf(name: string): string | undefined {
  if (name.length < 1 || name.length > 63) return 'Name must be 1-63 characters long'
  if (!/^[A-Za-z0-9-]+$/.test(name)) return 'Name can only contain alphanumeric and hyphen characters'
  if (/^\d/.test(name)) return 'Name must not start with a number'
  if (name.startsWith('-')) return 'Name must not start with "-" character'
  return name.endsWith('-') ? 'Name must not end with "-" character' : undefined
}
