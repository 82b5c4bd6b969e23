import { isLxdConflict } from '../errors/LxdApiError.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import { freeName } from './freeName.js'

const maxAttempts = 10

/**
 * Creates something under the name given, or under the first free one. The name always is sent: two requests without one
 * get the same from the server, and the answer would not tell it.
 *
 * @param names - Lists the names that are taken.
 */
export async function createWithFreeName(
  given: string | undefined,
  prefix: string,
  names: () => Promise<string[]>,
  create: (name: string) => Promise<unknown>,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const taken = given === undefined ? await names() : []
    const name = given ?? freeName(prefix, taken)
    try {
      await create(name)
      return name
    } catch (error) {
      const isTaken = isLxdConflict(error) || (isLxdOperationError(error) && (await names()).includes(name))
      if (given !== undefined || attempt === maxAttempts || !isTaken) throw error
    }
  }
}
