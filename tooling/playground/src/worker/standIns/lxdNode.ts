import type { CreateLxdClientParameters } from '@x/lxd'

let connection: CreateLxdClientParameters | undefined

/** How to reach the fake: in the playground this is what the environment says. */
export function configFromEnvironment(): CreateLxdClientParameters {
  if (connection === undefined) throw new Error('The playground has not started its LXD')
  return connection
}

/** Sets what {@link configFromEnvironment} answers. */
export function connectTo(fake: CreateLxdClientParameters): void {
  connection = fake
}
