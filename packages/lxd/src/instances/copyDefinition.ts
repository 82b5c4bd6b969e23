import type { Instance } from '../schemas/Instance.js'
import type { InstanceSnapshot } from '../schemas/InstanceSnapshot.js'
import type { InstancesPost } from '../schemas/InstancesPost.js'

/** What of a copy differs from its source. */
export interface CopyChanges {
  /** Added to the configuration of the source. */
  config?: Record<string, string> | undefined
  /** Added to the devices of the source. */
  devices?: Record<string, Record<string, string>> | undefined
  /** @default those of the source */
  profiles?: string[] | undefined
  /** @default as the source */
  ephemeral?: boolean | undefined
  /** @default that of the source */
  description?: string | undefined
  /** Pool for the root disk. @default that of the source's root disk */
  pool?: string | undefined
}

/** What a copy is made of. */
export type CopySource = Pick<Instance, 'architecture' | 'config' | 'devices' | 'ephemeral' | 'profiles'> &
  Pick<InstanceSnapshot, 'expanded_devices'> & { description?: string | undefined; type?: string | undefined }

/**
 * What a copy is defined with. Everything is sent: LXD 5.0 takes neither profiles nor, from another server, anything else
 * over. What the server keeps of the source for itself (`volatile.*`) stays behind, but for the image it came from.
 */
export function copyDefinition(source: CopySource, changes: CopyChanges): InstancesPost {
  const { config, devices, profiles, ephemeral, description, pool } = changes
  const kept = Object.entries(source.config).filter(
    ([key]) => key === 'volatile.base_image' || !key.startsWith('volatile.'),
  )
  const allDevices = { ...source.devices, ...devices }
  return {
    architecture: source.architecture,
    config: { ...Object.fromEntries(kept), ...config },
    devices: pool === undefined ? allDevices : withRootPool(allDevices, source.expanded_devices, pool),
    profiles: profiles ?? source.profiles,
    ephemeral: ephemeral ?? source.ephemeral,
    description: description ?? source.description,
    ...(source.type !== undefined && { type: source.type }),
  }
}

// The root disk may come from a profile: then a device of the same name takes its place.
function withRootPool(
  devices: Record<string, Record<string, string>>,
  expanded: Record<string, Record<string, string>> | undefined,
  pool: string,
): Record<string, Record<string, string>> {
  const isRoot = ([, device]: [string, Record<string, string>]) => device['type'] === 'disk' && device['path'] === '/'
  const [name, root] = Object.entries({ ...expanded, ...devices }).find(isRoot) ?? ['root', {}]
  return { ...devices, [name]: { type: 'disk', path: '/', ...root, pool } }
}
