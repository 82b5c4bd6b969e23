import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Certificate } from '../schemas/Certificate.js'
import type { CertificatePut } from '../schemas/CertificatePut.js'
import type { CertificatesPost } from '../schemas/CertificatesPost.js'

/** A certificate of the trust store. It is known by its fingerprint and can not be renamed. */
export type LxdCertificate = Certificate & Omit<LxdNamedMethods<CertificatePut>, 'rename'>

/** What a client that uses a token will be. */
export interface CreateTokenParameters {
  /** The name its certificate will have. */
  name: string
  /** Whether it may act in `projects` only. @default false */
  restricted?: boolean | undefined
  projects?: string[] | undefined
}

/** A token that makes one client trusted. */
export interface LxdToken {
  /** The text to hand over. A secret. */
  readonly token: string
  /** Makes it worthless. Once it was used, or has expired, that is an error. */
  cancel(options?: LxdCallOptions): Promise<void>
}

/** The certificates that the server trusts. */
export interface LxdCertificates extends LxdCollection<LxdCertificate> {
  /**
   * Adds a certificate, as an administrator.
   *
   * @param definition - `certificate` is PEM, or base64 of DER as the server wants it.
   * @throws {LxdApiError} `isLxdConflict` when it is there already.
   */
  create(
    definition: CertificatesPost & { certificate: string; name: string },
    options?: LxdWaitOptions,
  ): Promise<LxdCertificate>
  /** Makes a token. @throws {LxdApiError} 400 when the server does not listen on HTTPS. */
  createToken(parameters: CreateTokenParameters, options?: LxdCallOptions): Promise<LxdToken>
}
