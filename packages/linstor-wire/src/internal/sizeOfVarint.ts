/** How many bytes an unsigned 32-bit number takes as a varint: seven bits each. */
export const sizeOfVarint = (value: number): number => Math.floor((38 - Math.clz32(value | 1)) / 7)
