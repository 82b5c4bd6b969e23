/** The content types of uploads that are more than plain bytes. */
export const contentTypes = new WeakMap<object, string>()
