import type { CallOptions } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import { API_LST_ERROR_REPORTS } from '@x/linstor-wire/constants'
import { decodeMsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import { encodeMsgReqErrorReport } from '@x/linstor-wire/messages/MsgReqErrorReport'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { collectAnswers } from '../call/collectAnswers.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import { listOf } from '../check/listOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import type { ErrorReport } from '../lists/ErrorReport.js'
import { toErrorReport } from '../lists/toErrorReport.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link errorReportList} takes. */
export interface ErrorReportListParameters {
  /** Only reports of these nodes; `Controller` is the controller itself. */
  nodes?: readonly string[] | undefined
  /** Whether the texts of the reports are wanted. @default false */
  withContent?: boolean | undefined
  /** Only reports from then on. */
  since?: Date | undefined
  /** Only reports until then. */
  to?: Date | undefined
  /** Only reports whose id begins with one of these. */
  ids?: readonly string[] | undefined
}

const definition: CallDefinition<ErrorReportListParameters> = {
  ...handCalls.errorReportList,
  rules: {
    nodes: optional(listOf(rules.nodeName)),
    withContent: optional(rules.flag),
    since: optional(rules.date),
    to: optional(rules.date),
    ids: optional(listOf(rules.text)),
  },
  encode: ({ nodes, withContent = false, since, to, ids }) =>
    encodeMsgReqErrorReport({ nodeNames: nodes, withContent, since: since?.getTime(), to: to?.getTime(), ids }),
}

/**
 * Lists the error reports of controller and satellites; none at all is a good answer.
 *
 * Made again when the connection is lost meanwhile: it only reads.
 *
 * @returns The reports; iterated, each as it comes.
 * @throws {LinstorApiError} when the controller refuses.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `ReqErrorReports`
 * @example
 * for (const { time, nodeName, id } of await errorReportList(client)) console.log(time, nodeName, id)
 */
export const errorReportList = (
  client: LinstorClient,
  parameters: ErrorReportListParameters = {},
  options: CallOptions = {},
): Answers<ErrorReport> =>
  collectAnswers(options.signal, async ({ push, reset, seen }, signal) => {
    const replies: ApiCallResponse[] = []
    await performCall(
      client,
      definition,
      parameters,
      { ...options, signal },
      {
        seen,
        reset: () => {
          reset()
          replies.splice(0)
        },
        reply: (reply) => void replies.push(reply),
        content: (content, messages) => {
          if (content !== API_LST_ERROR_REPORTS) return false
          for (const message of messages) push(toErrorReport(decodeMsgErrorReport(message)))
          return true
        },
      },
    )
    const { operation } = definition
    if (replies.some((reply) => isError(reply))) throw new LinstorApiError({ operation, replies })
  })
