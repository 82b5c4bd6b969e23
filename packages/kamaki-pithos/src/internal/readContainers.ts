import type { HttpAnswer } from '@x/core-errors/http'
import type { ContainerEntry } from '../entries/ContainerEntry.js'
import { type ListAnswer, readList } from './readList.js'

/** Reads a listing of containers. @throws {ProtocolError} */
export const readContainers = (answer: HttpAnswer): Promise<ListAnswer<ContainerEntry>> => readList(answer, ['name'])
