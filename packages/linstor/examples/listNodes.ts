// Lists the nodes of a cluster: node examples/listNodes.ts, with LINSTOR_URI=linstor://host[:port]
import { connectionStatusName, connectLinstor } from '@x/linstor'

try {
  await using linstor = await connectLinstor(process.env['LINSTOR_URI'] ?? 'linstor://localhost')
  const { nodes } = await linstor.nodeListRaise()
  for (const { name, type, netInterfaces, connectionStatus } of nodes) {
    const addresses = netInterfaces.map(({ address }) => address).join(', ')
    console.log(`${name}  ${type}  ${addresses}  ${connectionStatusName(connectionStatus) ?? 'unknown'}`)
  }
  console.log(`${nodes.length} nodes on ${linstor.controllerHost()}, LINSTOR ${linstor.controllerInfo()?.version}`)
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
