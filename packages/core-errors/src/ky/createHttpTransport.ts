import ky from 'ky'
import { createTransport, type HttpTransport, type HttpTransportParameters } from '../http/createTransport.js'

/** Makes the transport of an HTTP client over ky. ky's own retry, time bound and errors for statuses are off. */
export const createHttpTransport = (parameters: HttpTransportParameters): HttpTransport =>
  createTransport(parameters, (url, init) => ky(url, { ...init, retry: 0, timeout: false, throwHttpErrors: false }))
