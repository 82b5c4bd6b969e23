import type { FakeFile, FakeUser } from '@x/kamaki-astakos/testing'
import { checkRead } from './access.js'
import { currentVersion } from './currentVersion.js'
import type { PithosStore } from './PithosStore.js'

/**
 * The file that an image is made of, as the image service of the cloud asks for it; `undefined` when there is none.
 *
 * @throws {FakeFault} 403 when the user may not read it.
 */
export function lookUpFile(
  store: PithosStore,
  user: FakeUser,
  [account, container, path]: readonly [account: string, container: string, path: string],
): FakeFile | undefined {
  checkRead(store, account, container, path, user.id)
  const version = currentVersion(store.accounts.get(account)?.containers.get(container)?.objects.get(path))
  return version === undefined ? undefined : { size: version.size, checksum: version.hash }
}
