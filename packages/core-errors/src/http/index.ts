export type { CallContext } from './CallContext.js'
export {
  createFetchTransport,
  type HttpTransport,
  type HttpTransportParameters,
  type SendRequest,
} from './createFetchTransport.js'
export { HttpAnswer } from './HttpAnswer.js'
export type { Credentials, HeaderMap, HttpAttempt, HttpCall } from './HttpCall.js'
export { type HttpErrorContext, toClientError } from './toClientError.js'
