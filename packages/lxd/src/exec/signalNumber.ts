import { ConfigurationError } from '@x/core-errors'

// Linux, on every architecture that LXD runs on.
const numbers = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGWINCH: 28,
}

/** A signal by its name or its number on Linux. */
export type LxdSignal = keyof typeof numbers | (number & {})

/** The number of a signal. @throws {ConfigurationError} when it is none. */
export function signalNumber(signal: LxdSignal): number {
  const number = typeof signal === 'number' ? signal : numbers[signal]
  if (Number.isInteger(number) && number >= 1 && number <= 64) return number
  throw new ConfigurationError(`${String(signal)} is no signal: give a number from 1 to 64, or a name like SIGTERM`, {
    path: 'signal',
  })
}
