import { copyJson } from './copyJson.js'

/** Makes the data of an object that of another, in place: whoever holds the object sees it. Methods stay. */
export function replaceData(object: object, data: object): void {
  for (const key of Object.keys(object)) if (!(key in data)) Reflect.deleteProperty(object, key)
  Object.assign(object, copyJson(data))
}
