import { createPithosClient, type PithosClient } from '../createPithosClient.js'

/** What {@link useAlternativeAccount} takes. */
export interface UseAlternativeAccountParameters<T> {
  /** The other account's uuid. */
  alternativeAccount: string
  /** What to do with it. */
  func: (client: PithosClient) => T | Promise<T>
}

/**
 * Runs a function with a client of another account. Every call takes `account` as well; this is for many of them.
 *
 * @param client - A client from {@link createPithosClient}; it keeps its own account.
 * @param parameters - Whose account, and what to do.
 * @returns What the function answers.
 * @throws {ConfigurationError} when the account is empty.
 * @example
 * await useAlternativeAccount(client, { alternativeAccount, func: (theirs) => listContainers(theirs).all() })
 */
export async function useAlternativeAccount<T>(
  client: PithosClient,
  parameters: UseAlternativeAccountParameters<T>,
): Promise<T> {
  const { session, config } = client
  return parameters.func(createPithosClient({ session, ...config, account: parameters.alternativeAccount }))
}
