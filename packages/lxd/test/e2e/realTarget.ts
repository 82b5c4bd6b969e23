import { existsSync } from 'node:fs'
import { createLxd } from '../../src/index.js'
import type { Target } from '../suites/Target.js'

const directory = process.env['LXD_TEST_DIR']
const socketPath = `${directory}/unix.socket`

/** Why the suites can't run on a real daemon here; `undefined` when they can. */
export const skipReason: string | undefined =
  directory === undefined
    ? 'LXD_TEST_DIR is not set; `packages/lxd/ci/start` starts a daemon and prints it'
    : existsSync(socketPath)
      ? undefined
      : `there is no ${socketPath}`

if (skipReason !== undefined) console.warn(`The suites on a real LXD are skipped: ${skipReason}.`)

/** The private daemon that `ci/start` started. */
export const realTarget: Target = {
  name: 'a real daemon',
  connect: (parameters) => createLxd({ socketPath, ...parameters }),
  dirPool: process.env['LXD_TEST_POOL'] || 'p1',
  btrfsPool: process.env['LXD_TEST_BTRFS_POOL'] || undefined,
  image: process.env['LXD_TEST_IMAGE'] || 'bb',
  stateDirectory: directory,
  sharesProcess: false,
  hasTerminals: true,
  hasUsers: true,
}
