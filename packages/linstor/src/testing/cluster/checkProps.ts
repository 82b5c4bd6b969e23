import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'

/** Kinds of objects that have properties. */
export type PropsOwner = 'controller' | 'node' | 'storPoolDfn' | 'storPool' | 'rscDfn' | 'rsc' | 'vlmDfn' | 'connection'

/** What is wrong with a property. */
export interface PropFailure {
  readonly key: string
  readonly value: string
  /** The pattern that the value does not match; undefined when the key is not allowed at all. */
  readonly pattern: string | undefined
}

const range = '[0-9]+-[0-9]+'
const number = '[0-9]+'
const drbd = /^DrbdOptions\/(Net|Disk|Resource|PeerDevice|Handlers|Proxy|ProxyCompression)\/[a-z0-9-]+$/

// Key: which owners it belongs to, and what its value has to look like. Taken from the names of the API; which of them a
// release allows where is not known beyond what was observed.
const known: Readonly<Record<string, { owners: readonly PropsOwner[]; pattern?: string }>> = {
  TcpPortAutoRange: { owners: ['controller'], pattern: range },
  MinorNrAutoRange: { owners: ['controller'], pattern: range },
  SwordfishTargetPortAutoRange: { owners: ['controller'], pattern: range },
  PeerSlotsNewResource: { owners: ['controller', 'rscDfn'], pattern: number },
  PeerSlots: { owners: ['rsc'], pattern: number },
  StorPoolName: { owners: ['controller', 'node', 'rscDfn', 'rsc', 'vlmDfn'] },
  PrefNic: { owners: ['node', 'storPool'] },
  CurStltConnName: { owners: ['node'] },
  OverrideVlmId: { owners: ['vlmDfn'] },
  AllowLargerVolumeSize: { owners: ['vlmDfn'] },
  MaxOversubscriptionRatio: { owners: ['storPoolDfn'], pattern: '[0-9]+([.][0-9]+)?' },
  AlStripes: { owners: ['rscDfn', 'rsc', 'vlmDfn'], pattern: number },
  AlSize: { owners: ['rscDfn', 'rsc', 'vlmDfn'], pattern: number },
}

/** @returns The first property that an object of this kind must not have; `undefined` when all are fine. */
export function checkProps(owner: PropsOwner, props: readonly LinStorMapEntry[]): PropFailure | undefined {
  for (const { key, value } of props) {
    if (isFree(owner, key)) continue
    const entry = known[key]
    if (!entry?.owners.includes(owner)) return { key, value, pattern: undefined }
    if (entry.pattern !== undefined && !new RegExp(`^(${entry.pattern})$`).test(value)) {
      return { key, value, pattern: entry.pattern }
    }
  }
  return undefined
}

function isFree(owner: PropsOwner, key: string): boolean {
  if (key.startsWith('Aux/') || drbd.test(key)) return true
  if (owner === 'controller') return key.startsWith('netcom/') || key.startsWith('default')
  return (owner === 'storPool' || owner === 'node') && key.startsWith('StorDriver/')
}
