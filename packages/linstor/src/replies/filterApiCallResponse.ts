import type { ListAnswer } from '../call/ListAnswer.js'
import type { ApiCallResponse } from './ApiCallResponse.js'

/** Keeps only the outcomes of the answers to a call that asks for a list. */
export const filterApiCallResponse = (answers: readonly ListAnswer<unknown>[]): ApiCallResponse[] =>
  answers.flatMap((answer) => (answer.kind === 'reply' ? [answer.reply] : []))
