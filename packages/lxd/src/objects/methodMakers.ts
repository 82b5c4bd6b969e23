/** How the methods of an object are made, for the accessors of its prototype. */
export const methodMakers = new WeakMap<object, () => object>()
