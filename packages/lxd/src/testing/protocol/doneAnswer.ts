import { syncAnswer } from './syncAnswer.js'

/** The answer to a change that has nothing to tell. */
export const doneAnswer = (): Response => syncAnswer({})
