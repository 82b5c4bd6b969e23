/**
 * The error of a nested message with the place of the message put before its path.
 *
 * @param make - Makes an error of the same kind.
 * @param inner - The path of the error so far; it begins with the name of the nested message.
 */
export const nestedFailure = <T>(
  make: (path: string, reason: string, cause: unknown) => T,
  place: string,
  error: Error,
  inner: string,
): T => make(place + inner.replace(/^\w+/, ''), error.message.slice(inner.length + 1), error.cause)
