import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { encodeForm } from '../http/encodeForm.js'
import { requestNothing } from '../http/requestNothing.js'

/** What {@link sendFeedback} takes. */
export interface SendFeedbackParameters {
  /** What the user has to say. */
  message: string
  /** What the operators should know besides, for example the version of the program. */
  data: string
}

/**
 * Sends a message to the operators of the cloud.
 *
 * Sent once: a second attempt could send a second mail.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - The message.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} 400 for an empty message, 502 when the mail could not be sent.
 * @see Synnefo 0.21, account API 1.0, `POST /feedback`
 * @example
 * await sendFeedback(client, { message: 'It works', data: '{}' })
 */
export function sendFeedback(
  client: AstakosClient,
  parameters: SendFeedbackParameters,
  options: HttpCallOptions = {},
): Promise<void> {
  return requestNothing(client.session, {
    ...options,
    operation: 'sendFeedback',
    service: 'account',
    method: 'POST',
    path: ['feedback'],
    headers: { ...options.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeForm({ feedback_msg: parameters.message, feedback_data: parameters.data }),
    idempotent: false,
  })
}
