import type { Service } from './schemas/Service.js'

/**
 * For how long a service has been running, in whole seconds, never negative; `undefined` while it is down.
 *
 * @param nowMs - Milliseconds since 1970. @default Date.now()
 */
export function serviceUptime({ startTime }: Service, nowMs: number = Date.now()): number | undefined {
  if (startTime === null) return undefined
  const now = Math.floor(nowMs / 1_000)
  return now - Math.min(startTime, now)
}
