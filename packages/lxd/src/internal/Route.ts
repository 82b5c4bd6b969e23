/** What an action knows about its operation: where parameters go, and what the server must be able to do. */
export interface Route {
  readonly operation: string
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT'
  /** With `{name}` where a parameter of that name goes. */
  readonly path: string
  /** Query arguments as the server spells them; parameters have the same names in camelCase. */
  readonly query?: readonly string[]
  /** How deep the answer goes; an argument of the same name replaces it. */
  readonly recursion?: 1 | 2
  /** Body fields by the names of our parameters, where they differ. */
  readonly bodyNames?: Readonly<Record<string, string>>
  /** The parameter that replaces the JSON body with bytes. */
  readonly raw?: string
  /** Whether there is no JSON body to choose instead. */
  readonly rawOnly?: true
  /** `X-LXD-…` headers, without that prefix, by the names of our parameters; sent with bytes only. */
  readonly headers?: Readonly<Record<string, string>>
  /** The API extension without which the server does not know the operation; left out for what LXD 5.0 has. */
  readonly extension?: string
  readonly idempotent: boolean
}
