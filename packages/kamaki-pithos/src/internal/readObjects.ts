import type { HttpAnswer } from '@x/core-errors/http'
import type { ListEntry } from '../entries/ObjectEntry.js'
import { type ListAnswer, readList } from './readList.js'

/** Reads a listing of objects. @throws {ProtocolError} */
export const readObjects = (answer: HttpAnswer): Promise<ListAnswer<ListEntry>> => readList(answer, ['name', 'subdir'])
