/** How many blocks an object of `bytes` has; none when it is empty. */
export const blockCount = (bytes: number, blockSize: number): number => Math.ceil(bytes / blockSize)
