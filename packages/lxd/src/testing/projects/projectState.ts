import type { FakeProject } from '../state/FakeProject.js'
import type { FakeState } from '../state/FakeState.js'
import { parseSize } from '../storage/parseSize.js'

const kinds = ['containers', 'cpu', 'disk', 'instances', 'memory', 'networks', 'processes', 'virtual-machines']

/** The limits of a project, and what is used of them. The fake counts instances, and the sizes of volumes. */
export function projectState(
  state: FakeState,
  { name, config }: FakeProject,
): Record<string, { Limit: number; Usage: number }> {
  const instances = state.instances.filter(({ project }) => project === name).length
  const volumes = state.pools.flatMap((pool) => pool.volumes).filter(({ project }) => project === name)
  const disk = volumes.reduce((sum, volume) => sum + (parseSize(volume.config['size'] ?? '') ?? 0), 0)
  const used: Readonly<Record<string, number>> = { containers: instances, instances, disk }
  return Object.fromEntries(
    kinds.map((kind) => {
      const limit = config[`limits.${kind}`]
      return [kind, { Limit: limit === undefined ? -1 : (parseSize(limit) ?? Number(limit)), Usage: used[kind] ?? 0 }]
    }),
  )
}
