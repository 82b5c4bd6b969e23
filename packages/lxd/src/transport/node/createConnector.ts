import { createHash, X509Certificate } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { ConnectionError } from '@x/core-errors'
import { buildConnector } from 'undici/index.js' // as in createNodeNetwork
import type { LxdConfig } from '../../config/LxdConfig.js'

/** Opens connections: to the unix socket, or over TLS with the server's certificate compared before a byte is sent. */
export function createConnector(config: LxdConfig): buildConnector.connector {
  const { socketPath, certificate, key, ca, serverCertificate, timeoutMs } = config
  if (socketPath !== undefined) return buildConnector({ socketPath, timeout: timeoutMs })
  const connect = buildConnector({
    // LXD accepts nothing older. A resumed session would not show the certificate again.
    minVersion: 'TLSv1.3',
    maxCachedSessions: 0,
    timeout: timeoutMs,
    ...(certificate === undefined ? {} : { cert: certificate, key: key?.reveal() }),
    ...(ca === undefined ? {} : { ca }),
    ...(serverCertificate === undefined ? {} : { rejectUnauthorized: false }),
  })
  if (serverCertificate === undefined) return connect
  const expected = fingerprintOf(serverCertificate)
  return (options, callback) =>
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null)
      const found = sha256((socket as TLSSocket).getPeerX509Certificate()?.raw)
      if (found === expected) return callback(null, socket)
      socket.destroy()
      const text = `the server shows another certificate: its fingerprint is ${found}, not ${expected}`
      return callback(
        new ConnectionError(text, { code: 'ERR_TLS_CERT_PIN', mayHaveBeenSent: false, retryable: false }),
        null,
      )
    })
}

const fingerprintOf = (certificate: string): string =>
  certificate.includes('-----BEGIN') ? sha256(new X509Certificate(certificate).raw) : certificate

const sha256 = (der: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(der ?? '')
    .digest('hex')
