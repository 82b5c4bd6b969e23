/** One line of a commission, as it is sent. */
export interface NewProvision {
  holder: string
  source: string | null
  resource: string
  quantity: number | bigint
}

/** What {@link mkProvisions} takes. */
export interface MkProvisionsParameters {
  /** Uuid of the user who takes. */
  holder: string
  /** Id of the project that it is taken from. */
  source: string
  /** For example `cyclades.vm`. */
  resource: string
  /** Bytes or pieces; negative gives back. */
  quantity: number | bigint
}

/**
 * The two lines that a commission has for a user who takes something out of a project: the user's own line, then the
 * project's twin.
 */
export function mkProvisions(parameters: MkProvisionsParameters): [NewProvision, NewProvision] {
  const { holder, source, resource, quantity } = parameters
  return [
    { holder: `user:${holder}`, source: `project:${source}`, resource, quantity },
    { holder: `project:${source}`, source: null, resource, quantity },
  ]
}
