import { methodMakers } from './methodMakers.js'

/**
 * Makes an object that holds data and inherits methods: the data is what `console.log`, `JSON.stringify`, `{ ...object }`
 * and a comparison see.
 *
 * @param prototype - From {@link methodPrototype}, for the same methods.
 * @param make - Makes the methods; called once, when the first is used.
 */
export function attachMethods<Data extends object, Methods extends object>(
  data: Data,
  prototype: object,
  make: (object: Data) => Methods,
): Data & Methods {
  const object = Object.assign(Object.create(prototype), data) as Data & Methods
  let made: Methods | undefined
  methodMakers.set(object, () => {
    made ??= make(object)
    return made
  })
  return object
}
