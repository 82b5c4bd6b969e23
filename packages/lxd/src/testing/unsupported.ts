/** The operations of LXD 5.0 that the fake knows, and answers 501 to. */
export const unsupported: readonly string[] = []
