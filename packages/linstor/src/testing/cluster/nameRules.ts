/** What a kind of name may look like. */
export interface NameRule {
  readonly kind: 'host' | 'identifier'
  readonly minLength: number
  readonly maxLength: number
}

/** The rules of LINSTOR 0.7.5 for names. */
export const nameRules = {
  node: { kind: 'host', minLength: 2, maxLength: 255 },
  resource: { kind: 'identifier', minLength: 2, maxLength: 48 },
  storagePool: { kind: 'identifier', minLength: 3, maxLength: 48 },
  snapshot: { kind: 'identifier', minLength: 2, maxLength: 48 },
  netInterface: { kind: 'identifier', minLength: 3, maxLength: 32 },
} satisfies Record<string, NameRule>
