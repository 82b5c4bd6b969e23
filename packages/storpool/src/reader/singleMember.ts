import { body } from './body.js'
import { exactlyOne } from './exactlyOne.js'
import type { Fields, ObjectReader } from './object.js'

/** An object with exactly one of the members of `T`. */
export type SingleMember<T> = {
  [Name in keyof T]: { [Own in Name]: T[Own] } & { [Other in Exclude<keyof T, Name>]?: undefined }
}[keyof T]

/** An object to send that has exactly one of the declared members. */
export function singleMember<T>(fields: Fields): ObjectReader<T> {
  const reader = body<T>(fields)
  const read = exactlyOne<T>(Object.fromEntries(Object.keys(fields).map((name) => [name, reader])))
  return Object.assign(read, { fields })
}
