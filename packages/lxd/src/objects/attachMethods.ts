/**
 * Adds methods to data so that the data still is what `console.log`, `JSON.stringify`, `{ ...object }` and a comparison
 * see: the methods are not enumerable.
 */
export function attachMethods<Data extends object, Methods extends object>(
  data: Data,
  methods: Methods,
): Data & Methods {
  const descriptors = Object.getOwnPropertyDescriptors(methods)
  for (const descriptor of Object.values<PropertyDescriptor>(descriptors)) descriptor.enumerable = false
  return Object.defineProperties(data, descriptors) as Data & Methods
}
