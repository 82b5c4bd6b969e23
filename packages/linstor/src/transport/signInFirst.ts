import type { Deadline } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import { API_REPLY, API_SIGN_IN } from '@x/linstor-wire/constants'
import { decodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import { encodeMsgSignIn } from '@x/linstor-wire/messages/MsgSignIn'
import { revealSecret } from '../call/revealSecret.js'
import type { LinstorSignIn } from '../client/LinstorClientParameters.js'
import type { Connection } from '../connection/Connection.js'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import { UnknownAnswerError } from '../errors/UnknownAnswerError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { toApiCallResponse } from '../replies/toApiCallResponse.js'

const operation = 'signIn'

/**
 * Makes what signs in on a new connection, before any other call goes over it.
 *
 * @returns A function that throws a {@link LinstorApiError} when the controller refuses.
 */
export function signInFirst({ identity, password }: LinstorSignIn) {
  return async (connection: Connection, deadline: Deadline): Promise<void> => {
    const secret = await deadline.race(Promise.resolve(typeof password === 'function' ? password() : password))
    const text = revealSecret(secret)
    const replies: ApiCallResponse[] = []
    const onAnswer = (content: string, messages: readonly Uint8Array[]) => {
      if (content !== API_REPLY) throw new UnknownAnswerError({ operation, content, messages })
      replies.push(...messages.map((message) => toApiCallResponse(decodeMsgApiCallResponse(message))))
    }
    const message = encodeMsgSignIn({ idName: identity, password: text }).finish()
    const request = {
      operation,
      apiCall: API_SIGN_IN,
      requestId: '',
      attempt: 1,
      message,
      idempotent: false,
      asyncMsg: false,
      endsWithConnection: false,
      onAnswer,
    }
    await connection.call(request, deadline)
    if (replies.some((reply) => isError(reply))) throw new LinstorApiError({ operation, replies, secrets: [text] })
  }
}
