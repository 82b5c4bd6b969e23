import { createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'
import { createPithos } from '@x/kamaki-pithos'
import { connectLinstor } from '@x/linstor'
import { createLxd } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'
import { createStorPool } from '@x/storpool'

export async function connecting({ token }: { token: string }) {
  // #region linstor
  await using linstor = await connectLinstor('linstor://node-a,node-b')
  const { nodes } = await linstor.nodeListRaise()
  // #endregion
  // #region storpool
  const storpool = createStorPool({ url: 'http://192.0.2.10:81', token })
  const volumes = await storpool.volumesList()
  // #endregion
  // #region lxd
  await using lxd = createLxd(configFromEnvironment())
  const pools = await lxd.storagePools.all()
  // #endregion
  // #region synnefo
  const session = createSynnefoSession({ url: 'https://accounts.example.org/identity/v2.0', token })
  const { compute } = createCyclades({ session })
  const pithos = createPithos({ session, container: 'pithos' })
  const servers = await compute.listServers()
  const containers = await pithos.listContainers()
  // #endregion
  return { nodes, volumes, pools, servers, containers }
}
