import type { Charge } from '@x/kamaki-astakos/testing'
import type { FakeFlavor } from '../CreateFakeCycladesParameters.js'

const mebibyte = 2 ** 20
const gibibyte = 2 ** 30

/** What a server takes as long as it runs. */
export const runningCharge = ({ vcpus, ram }: FakeFlavor): Charge => ({
  'cyclades.cpu': vcpus,
  'cyclades.ram': ram * mebibyte,
})

/** What a server takes as long as it is there, without its disk. */
export const existingCharge = ({ vcpus, ram }: FakeFlavor): Charge => ({
  'cyclades.vm': 1,
  'cyclades.total_cpu': vcpus,
  'cyclades.total_ram': ram * mebibyte,
})

/** What a disk takes. @param size - GiB. */
export const diskCharge = (size: number): Charge => ({ 'cyclades.disk': size * gibibyte })
