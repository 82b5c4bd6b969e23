import { ConfigurationError } from '@x/core-errors'

/** A text that goes as it is. @throws {ConfigurationError} when it has characters that headers can't carry. */
export function plainHeader(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\x20-\x7e]*$/.test(value)) {
    throw new ConfigurationError(`${name} can only have printable ASCII characters`, { path: name })
  }
  return value
}
