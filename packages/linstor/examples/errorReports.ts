// Shows the newest error reports of a cluster: node examples/errorReports.ts [how many]
import { connectLinstor } from '@x/linstor'

const [count = '5'] = process.argv.slice(2)

try {
  await using linstor = await connectLinstor(process.env['LINSTOR_URI'] ?? 'linstor://localhost')
  const reports = await linstor.errorReportList({ since: new Date(Date.now() - 7 * 86_400_000) })
  const newest = reports.toSorted((one, other) => other.time.getTime() - one.time.getTime()).slice(0, Number(count))
  for (const { time, nodeName, id } of newest) console.log(`${time.toISOString()}  ${nodeName}  ${id}`)
  console.log(`${reports.length} reports within a week`)
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
