/** Properties of a controller after its installation, as observed on LINSTOR 0.6.0. */
export const defaultProps: Readonly<Record<string, string>> = {
  defaultDebugSslConnector: 'DebugSslConnector',
  defaultPlainConSvc: 'PlainConnector',
  defaultSslConSvc: 'SslConnector',
  ...sslConnector('DebugSslConnector', '3373'),
  'netcom/PlainConnector/bindaddress': '127.0.0.1',
  'netcom/PlainConnector/enabled': 'true',
  'netcom/PlainConnector/port': '3376',
  'netcom/PlainConnector/type': 'plain',
  ...sslConnector('SslConnector', '3377'),
}

function sslConnector(name: string, port: string): Record<string, string> {
  const entries = {
    bindaddress: '127.0.0.1',
    enabled: 'true',
    keyPasswd: 'linstor',
    keyStore: 'ssl/keystore.jks',
    keyStorePasswd: 'linstor',
    port,
    sslProtocol: 'TLSv1.2',
    trustStore: 'ssl/certificates.jks',
    trustStorePasswd: 'linstor',
    type: 'ssl',
  }
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [`netcom/${name}/${key}`, value]))
}
