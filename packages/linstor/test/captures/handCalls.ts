import type { Linstor } from '../../src/index.js'

type Steps = (linstor: Linstor) => Promise<unknown>[] | Promise<unknown>

const conn = { nodeA: 'bravo', nodeB: 'charlie' }

/** The recordings that were made by hand and that this client can make, as its own calls, one after the other. */
export const handCalls: Record<string, readonly Steps[]> = {
  'node-conn-lifecycle': [
    (linstor) => linstor.nodeConnCreate({ ...conn, propertyDict: { 'Aux/link': '10g' } }),
    (linstor) => linstor.nodeConnCreate({ ...conn, propertyDict: { 'Aux/link': '10g' } }),
    (linstor) => linstor.nodeConnModify({ ...conn, propertyDict: { 'Aux/link': '40g' } }),
    (linstor) => linstor.nodeConnDelete(conn),
    (linstor) => linstor.nodeConnDelete(conn),
  ],
  'rsc-conn-missing-resource': [
    (linstor) =>
      linstor.resourceConnCreate({
        rscName: 'web',
        nodeA: 'alpha',
        nodeB: 'charlie',
        propertyDict: { 'Aux/link': '10g' },
      }),
  ],
  'vlm-conn-lifecycle': [
    (linstor) =>
      linstor.volumeConnCreate({
        rscName: 'web',
        volumeNr: 0,
        nodeA: 'alpha',
        nodeB: 'bravo',
        propertyDict: { 'Aux/link': '10g' },
      }),
    (linstor) =>
      linstor.volumeConnModify({
        rscName: 'web',
        volumeNr: 0,
        nodeA: 'alpha',
        nodeB: 'bravo',
        propertyDict: { 'Aux/link': '40g' },
      }),
    (linstor) => linstor.volumeConnDelete({ rscName: 'web', volumeNr: 0, nodeA: 'alpha', nodeB: 'bravo' }),
  ],
  'interleaved-calls': [
    (linstor) => linstor.resourceDfnCreate({ name: 'slow' }),
    (linstor) => linstor.volumeDfnCreate({ rscName: 'slow', size: 32_768 }),
    (linstor) => [
      linstor.resourceCreate({ nodeName: 'bravo', rscName: 'slow', storagePool: 'lvmpool' }),
      linstor.ping(),
      linstor.resourceDfnList(),
    ],
  ],
  'raw-sign-in-unknown': [(linstor) => linstor.signIn({ identity: 'nobody', password: 'secret' })],
}
