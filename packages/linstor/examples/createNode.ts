// Adds a node to a cluster and checks the reply: node examples/createNode.ts [name] [address]
import { allApiResponsesNoError, connectLinstor } from '@x/linstor'

const [nodeName = 'charlie', ip = '192.0.2.3'] = process.argv.slice(2)

try {
  await using linstor = await connectLinstor(process.env['LINSTOR_URI'] ?? 'linstor://localhost')
  const replies = await linstor.nodeCreate({ nodeName, nodeType: 'Satellite', ip })
  for (const { message, cause, returnCode } of replies) {
    console.log(`${returnCode.severity}: ${message} (${returnCode.name})`)
    if (cause !== undefined) console.log(`  ${cause}`)
  }
  if (!allApiResponsesNoError(replies)) process.exitCode = 1
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
