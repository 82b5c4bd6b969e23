import type { Answer } from '../Answer.js'
import { headerList } from './headerList.js'

/** Keys of the metadata that the objects of a container have. */
export const readContainerObjectMeta = ({ headers }: Answer): string[] => headerList(headers['x-container-object-meta'])
