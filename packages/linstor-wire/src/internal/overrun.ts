/** What is thrown when the last field of a message reaches beyond the message. */
export const overrun = (): RangeError => new RangeError('runs past the end of its message')
