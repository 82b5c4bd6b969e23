import type { MessageInput } from '@x/linstor-wire'
import type { MsgLstRsc } from '@x/linstor-wire/messages/MsgLstRsc'

/** A list as a controller with `count` resources sends it: the fields of the recorded lists, with seeded UUIDs. */
export function resourceList(count: number): MessageInput<MsgLstRsc> {
  const random = generator(20_181_213)
  const uuid = (): string => {
    const hex = Array.from({ length: 4 }, () => random().toString(16).padStart(8, '0')).join('')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
  const nodes = Array.from({ length: 3 }, (_, index) => ({ name: `storage-${index}`, uuid: uuid(), pool: uuid() }))
  const resources = Array.from({ length: count }, (_, index) => {
    const node = nodes[index % 3]!
    const name = `volume-${Math.floor(index / 3)}`
    return {
      uuid: uuid(),
      name,
      nodeUuid: node.uuid,
      nodeName: node.name,
      rscDfnUuid: uuid(),
      props: [
        { key: 'PeerSlots', value: '7' },
        { key: 'StorPoolName', value: 'lvmpool' },
      ],
      vlms: [
        {
          vlmUuid: uuid(),
          vlmDfnUuid: uuid(),
          vlmNr: 0,
          vlmMinorNr: 1000 + index,
          backingDisk: `/dev/linvg/${name}_00000`,
          metaDisk: 'internal',
          storPoolUuid: node.pool,
          storPoolName: 'lvmpool',
          devicePath: `/dev/drbd${1000 + index}`,
          realSize: 10_485_760n,
          allocated: 10_487_552n,
        },
      ],
      nodeId: index % 3,
    }
  })
  const resourceStates = resources.map(({ name, nodeName }) => ({
    rscName: name,
    nodeName,
    inUse: false,
    vlmStates: [{ vlmNr: 0, diskState: 'UpToDate' }],
  }))
  return { resources, resourceStates }
}

/** Numbers of 32 bits, the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
