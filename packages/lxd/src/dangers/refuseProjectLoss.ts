import { profileGet } from '../actions/profileGet.js'
import { projectGet } from '../actions/projectGet.js'
import { LxdDangerError } from '../errors/LxdDangerError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'

/**
 * Keeps a project that is not empty from being deleted. LXD 5.0 does not check for volumes and networks when the project
 * has profiles of its own: their records vanish and their data stays on disk, where it blocks later volumes of the same
 * name. The project's own default profile goes along too: a project whose default profile says something is not empty.
 *
 * @throws {LxdDangerError} unless `force` is set.
 * @see LXD 5.0.2, observed
 */
export async function refuseProjectLoss(
  client: LxdClient,
  { projectName }: { projectName: string },
  { force, signal, timeoutMs }: LxdCallOptions,
): Promise<void> {
  if (force === true) return
  const options = { signal, timeoutMs }
  const { used_by: users } = await projectGet(client, { projectName }, options)
  const isDefaultProfile = (path: string) => path.split('?')[0] === '/1.0/profiles/default'
  const others = users.filter((path) => !isDefaultProfile(path))
  if (others.length > 0) {
    throw new LxdDangerError(
      'projectDelete',
      `would lose ${others.length} objects of the project, such as ${others[0]}`,
    )
  }
  if (!users.some(isDefaultProfile)) return
  const { config, devices } = await profileGet(client, { profileName: 'default', project: projectName }, options)
  if (Object.keys(config).length + Object.keys(devices).length === 0) return
  throw new LxdDangerError('projectDelete', 'would lose the default profile of the project, which is not empty')
}
