/**
 * Thrown by the fake where the API refuses. `objectDoesNotExist` and `runIfVersionIsMismatch` are the server's own names;
 * `objectAlreadyExists`, `objectInUse`, `invalidArgument` and `unauthorized` are the fake's, since the server's are not
 * documented.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
    readonly status: number,
  ) {
    super(`${code}: ${description}`)
  }
}

/** What is asked for is not there. */
export const doesNotExist = (what: string, name: unknown): Refusal =>
  new Refusal('objectDoesNotExist', `${what} ${JSON.stringify(String(name))} does not exist.`, 404)

/** What is to be made is there. */
export const alreadyExists = (what: string, name: unknown): Refusal =>
  new Refusal('objectAlreadyExists', `${what} ${JSON.stringify(String(name))} already exists.`, 409)

/** What is to be removed or changed is needed by something else. */
export const inUse = (what: string, name: unknown, by: string): Refusal =>
  new Refusal('objectInUse', `${what} ${JSON.stringify(String(name))} is ${by}.`, 409)

/** The request itself is not acceptable. */
export const invalid = (why: string): Refusal => new Refusal('invalidArgument', why, 400)
