import { ProtocolError } from '@x/core-errors'
import { certificateDelete } from '../actions/certificateDelete.js'
import { certificateGet } from '../actions/certificateGet.js'
import { certificatePatch } from '../actions/certificatePatch.js'
import { certificatePut } from '../actions/certificatePut.js'
import { certificatesGetRecursion1 } from '../actions/certificatesGetRecursion1.js'
import { certificatesPost } from '../actions/certificatesPost.js'
import { operationDelete } from '../actions/operationDelete.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { Certificate } from '../schemas/Certificate.js'
import type { CertificatePut } from '../schemas/CertificatePut.js'
import { encodeTrustToken } from '../trust/encodeTrustToken.js'
import type { LxdCertificate, LxdCertificates } from './LxdCertificates.js'

/** Makes the manager of the trust store. */
export function createCertificates(client: LxdClient): LxdCertificates {
  const certificates: LxdCertificates = {
    ...createCollection<Certificate, LxdCertificate>({
      scope: [],
      list: (_, options) => certificatesGetRecursion1(client, {}, options),
      read: (fingerprint, _, options) => certificateGet(client, { fingerprint }, options),
      toItem: (data) =>
        createNamedObject<Certificate, CertificatePut>({
          client,
          data,
          name: data.fingerprint,
          read: (fingerprint, options) => certificateGet(client, { fingerprint }, options),
          put: (fingerprint, body, options) => certificatePut(client, { ...body, fingerprint }, options),
          patch: (fingerprint, body, options) => certificatePatch(client, { ...body, fingerprint }, options),
          remove: (fingerprint, options) => certificateDelete(client, { fingerprint }, options),
          readOnly: ['fingerprint', 'access_entitlements'],
        }),
    }),
    async create(definition, options = {}) {
      const certificate = definition.certificate.replace(/-----[A-Z ]+-----|\s+/g, '')
      const { location } = await certificatesPost(client, { type: 'client', ...definition, certificate }, options)
      return certificates.get(location?.split('/').at(-1) ?? '', options)
    },
    async createToken(parameters, options = {}) {
      const { operation } = await certificatesPost(client, { type: 'client', token: true, ...parameters }, options)
      if (operation === undefined)
        throw new ProtocolError('certificatesPost: the server made no token', { path: 'type' })
      const { id } = operation
      return {
        token: encodeTrustToken(operation),
        async cancel(cancelOptions = {}) {
          await operationDelete(client, { id }, cancelOptions)
        },
      }
    },
  }
  return Object.freeze(certificates)
}
