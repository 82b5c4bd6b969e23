import { methodMakers } from './methodMakers.js'

/**
 * Makes what objects of one kind inherit from: an accessor for each method, which makes the methods of an object when the
 * first of them is asked for. A list of hundreds of objects costs no more than their data.
 *
 * @param names - Every name of `Methods`.
 */
export function methodPrototype<Methods extends object>(names: Readonly<Record<keyof Methods, true>>): object {
  const prototype = {}
  for (const name of Object.keys(names)) {
    Object.defineProperty(prototype, name, {
      get(this: object) {
        return Reflect.get(methodMakers.get(this)?.() ?? {}, name)
      },
    })
  }
  return prototype
}
