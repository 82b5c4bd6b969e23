/** How `linstor+ssl://` and `linstorstlt+ssl://` connections are secured. */
export interface LinstorTlsOptions {
  /** Certificates to trust, in PEM, in place of the runtime's own list. A controller's self-signed one can stand here. */
  ca?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined
  /** Certificate chain of this client, in PEM. Controllers of LINSTOR 0.7 and older do not ask for one. */
  cert?: string | Uint8Array | undefined
  /** Private key of {@link LinstorTlsOptions.cert}, in PEM. */
  key?: string | Uint8Array | undefined
  /** Opens an encrypted {@link LinstorTlsOptions.key}. */
  passphrase?: string | undefined
  /** Name that is asked for and that the certificate must carry. @default the host of the URI */
  servername?: string | undefined
  /**
   * `false` accepts every certificate: whoever is in between can read and change everything. The certificate that a
   * controller makes for itself on installation needs this, or its copy in `ca`.
   *
   * @default true
   */
  verify?: boolean | undefined
}
