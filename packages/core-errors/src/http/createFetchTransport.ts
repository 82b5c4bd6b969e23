import {
  createTransport,
  type HttpTransport,
  type HttpTransportParameters,
  type SendRequest,
} from './createTransport.js'

/** Makes the transport of an HTTP client over `fetch`. */
export const createFetchTransport = (parameters: HttpTransportParameters): HttpTransport =>
  createTransport(parameters, sendPlainly)

const sendPlainly: SendRequest = async (url, { fetch, ...init }) => {
  // Streams must say that they are sent before the answer is read.
  const isStream = typeof ReadableStream !== 'undefined' && init.body instanceof ReadableStream
  return fetch(new Request(url, isStream ? ({ ...init, duplex: 'half' } as RequestInit) : init))
}
