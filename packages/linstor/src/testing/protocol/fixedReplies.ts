import {
  API_CALL_AUTH_REQ,
  API_CALL_PARSE_ERROR,
  FAIL_UNKNOWN_ERROR,
  UNKNOWN_API_CALL,
} from '@x/linstor-wire/constants'
import type { ReplyInput } from './ReplyInput.js'

/** Replies of the controller that have nothing to do with what the call is about. Texts observed on LINSTOR 0.6.0. */
export const fixedReplies = {
  unknownCall: (name: string): ReplyInput => ({
    retCode: UNKNOWN_API_CALL,
    message: 'The requested function call cannot be executed.',
    cause:
      'Common causes of this error are:\n' +
      '   - The function call name specified by the caller\n     (client side) is incorrect\n' +
      '   - The requested function call was not loaded into\n     the system (server side)',
    details: `The requested function call name was '${name}'.`,
  }),
  notAuthenticated: (name: string): ReplyInput => ({
    retCode: API_CALL_AUTH_REQ,
    message: 'The client is not authorized to execute the requested function call',
    cause: 'The requested function call can only be executed by an authenticated identity',
    details: `The requested function call name was '${name}'.`,
  }),
  unparsable: (name: string, cause: string): ReplyInput => ({
    retCode: API_CALL_PARSE_ERROR,
    message: "Controller couldn't parse message.",
    cause,
    details: `The requested function call name was '${name}'.`,
  }),
  crashed: (name: string, cause: string): ReplyInput => ({
    retCode: FAIL_UNKNOWN_ERROR,
    message: 'Failed with unhandled error',
    cause,
    details: `In API call '${name}'.`,
  }),
}
