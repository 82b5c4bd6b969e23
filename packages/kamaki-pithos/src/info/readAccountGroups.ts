import type { Answer } from '../Answer.js'
import { readAccountInfo } from './readAccountInfo.js'

/** Ids of the members by the group's name. */
export const readAccountGroups = (answer: Answer): Readonly<Record<string, readonly string[]>> =>
  readAccountInfo(answer).groups
