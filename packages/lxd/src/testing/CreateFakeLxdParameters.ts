import type { Clock } from '@x/core-errors'
import type { FakeServerOptions } from '@x/core-errors/testing'
import type { FakeProgram } from './state/FakeProgram.js'

/** A pool that the fake has from the beginning. */
export interface FakePoolInput {
  name: string
  driver: 'dir' | 'btrfs'
  description?: string | undefined
  config?: Readonly<Record<string, string>> | undefined
}

/** How a fake LXD is made. */
export interface CreateFakeLxdParameters extends FakeServerOptions {
  /** The pools there are. @default one of driver `dir`, named `default` */
  pools?: readonly FakePoolInput[] | undefined
  /** The API extensions it says that it has. @default those of LXD 5.0.2 */
  extensions?: readonly string[] | undefined
  /** What runs in its instances. @default a few programs: `true`, `false`, `echo`, `cat`, `env`, `sleep` and `sh -c 'exit <n>'` */
  exec?: FakeProgram | undefined
  /** What operations, `sleep` and times go by. @default systemClock */
  clock?: Clock | undefined
}
