import type { NameRule } from './nameRules.js'

/**
 * @returns What is wrong with a name, as the controller says it; `undefined` when nothing is. Texts observed on LINSTOR
 * 0.6.0; those about lengths above the maximum are ours.
 */
export function checkName(name: string, rule: NameRule): string | undefined {
  // The controller looks at the bytes, and prints those above 127 as negative characters.
  const characters = [...new TextEncoder().encode(name)].map((byte) =>
    String.fromCharCode(byte < 0x80 ? byte : 0xff00 | byte),
  )
  const what = rule.kind === 'host' ? 'Domain name' : 'Name'
  const prefix = rule.kind === 'host' ? '' : 'Invalid name: '
  const { length } = characters
  if (length < rule.minLength) return `${prefix}${what} length ${length} is less than minimum length ${rule.minLength}`
  if (length > rule.maxLength)
    return `${prefix}${what} length ${length} is greater than maximum length ${rule.maxLength}`
  return rule.kind === 'host' ? checkHost(characters) : checkIdentifier(characters)
}

function checkHost(characters: readonly string[]): string | undefined {
  const bad = characters.find((character) => !/[A-Za-z0-9.-]/.test(character))
  if (bad !== undefined) return `Domain name cannot contain character '${bad}'`
  const label = characters
    .join('')
    .split('.')
    .find((part) => part.length < 1 || part.length > 63)
  return label === undefined ? undefined : `Domain name cannot contain the label '${label}'`
}

function checkIdentifier(characters: readonly string[]): string | undefined {
  const [first = ''] = characters
  if (/[0-9-]/.test(first)) return `Invalid name: Cannot begin with character '${first}'`
  const bad = characters.find((character) => !/[A-Za-z0-9_-]/.test(character))
  return bad === undefined ? undefined : `Invalid name: Cannot contain character '${bad}'`
}
