/** A server that the `lxc` command knows by a name. */
export interface LxcRemote {
  /** `unix://`, `unix:///path/to/socket` or `https://host:port`. */
  addr: string
  /** `lxd`, or `simplestreams` for servers that only have images. */
  protocol: string
  /** `tls`, `oidc`, `file access`…; empty when nothing was written. */
  authType: string
  /** The project that `lxc` acts in there. */
  project: string | undefined
  /** Whether it is only used for its images, without a certificate. */
  isPublic: boolean
}

/** What the `lxc` command has written down. */
export interface LxcConfig {
  /** The folder it was read from. */
  directory: string
  defaultRemote: string
  /** By their names; `local` always is among them. */
  remotes: Record<string, LxcRemote>
}
