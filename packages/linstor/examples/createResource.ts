// Creates a resource "rsc" of 10240 KiB on two nodes and checks every reply: node examples/createResource.ts [node] [node]
import { type ApiCallResponse, connectLinstor, expectSuccess } from '@x/linstor'

const [first = 'alpha', second = 'bravo'] = process.argv.slice(2)

/** Shows the outcomes of a step, and throws when one of them is an error. */
function check(step: string, replies: ApiCallResponse[]): void {
  for (const { message, returnCode } of replies) console.log(`${step}: ${returnCode.severity}: ${message}`)
  expectSuccess(replies, step)
}

try {
  await using linstor = await connectLinstor(process.env['LINSTOR_URI'] ?? 'linstor://localhost')
  check('resource definition', await linstor.resourceDfnCreate({ name: 'rsc' }))
  check('volume definition', await linstor.volumeDfnCreate({ rscName: 'rsc', size: 10_240 }))
  for (const nodeName of [first, second]) {
    // A resource that never gets ready would be waited for without end.
    check(`resource on ${nodeName}`, await linstor.resourceCreate({ rscName: 'rsc', nodeName }, { timeoutMs: 60_000 }))
  }
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
