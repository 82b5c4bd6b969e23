import type { Compute } from '@x/kamaki-cyclades'
import { createSubject, type Step, type Subject } from '../../Subject.ts'

const publicKey = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC soak@example.org'

/** A key pair: there is one of a name, or none. */
export function keypair(compute: Compute, keyName: string): Subject {
  return createSubject<boolean>({
    name: keyName,
    initial: false,
    read: async (options) => (await compute.listKeypairs(options)).some(({ name }) => name === keyName),
    step: (exists, random) =>
      random.pick<Step<boolean>>([
        {
          name: 'store',
          after: exists ? undefined : true,
          run: (options) => compute.createKey({ keyName, publicKey }, options),
        },
        {
          name: 'delete',
          after: exists ? false : undefined,
          run: (options) => compute.deleteKeypair({ keyName }, options),
        },
      ]),
  })
}
