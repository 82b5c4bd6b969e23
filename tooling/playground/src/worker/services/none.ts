import type { Service } from '../Service.ts'

/** For programs that talk to nobody. */
export const none = async (): Promise<Service> => ({
  fetch: () => Promise.reject(new TypeError('There is no server behind this program')),
  failNext: () => {},
  env: {},
})
