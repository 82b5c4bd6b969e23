import { syncAnswer } from './syncAnswer.js'

/** The answer to what was created, or renamed, at once. */
export const createdAnswer = (location: string): Response => syncAnswer(null, { status: 201, location })
