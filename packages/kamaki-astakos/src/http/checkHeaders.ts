import { ConfigurationError } from '@x/core-errors'

/**
 * Refuses headers that no HTTP library could send, or that would replace the token.
 *
 * @throws {ConfigurationError} with the name of the header; its value may be secret.
 */
export function checkHeaders(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const checked: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const path = `headers.${name}`
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      throw new ConfigurationError(`«${name}» is not the name of a header`, { path })
    }
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new ConfigurationError(`The value of the header ${name} has characters that headers can't carry`, { path })
    }
    checked[name.toLowerCase()] = value
  }
  return checked
}
