/** Where the value of a variable came from. */
export type ConfigOrigin =
  | {
      readonly kind: 'file'
      readonly file: string
      /** Line where the assignment begins, 1 for the first. */
      readonly line: number
      /** Section it stands in; `''` before the first header. */
      readonly section: string
    }
  /** The table of built-in defaults. */
  | { readonly kind: 'default' }
  /** A variable of the same name in the environment. */
  | { readonly kind: 'environment' }
  /** The mapping that the caller gave in place of everything else. */
  | { readonly kind: 'override' }

/** An origin in words: `/etc/storpool.conf:12`, `built-in default`, `environment`, `override`. */
export function describeOrigin(origin: ConfigOrigin): string {
  if (origin.kind === 'file') return `${origin.file}:${origin.line}`
  return origin.kind === 'default' ? 'built-in default' : origin.kind
}
