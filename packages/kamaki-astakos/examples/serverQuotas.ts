// In which projects could I make another server? What the other members of a project use counts as well.
import { configFromEnvironment, createAstakos, effectiveQuota } from '@x/kamaki-astakos'

const astakos = createAstakos(configFromEnvironment())
const needed = ['vm', 'cpu', 'ram', 'disk', 'network.private', 'floating_ip'].map((name) => `cyclades.${name}`)

for (const [project, resources] of Object.entries(await astakos.getQuotas())) {
  console.log(`Project ${project}`)
  for (const name of needed) {
    const quota = resources[name]
    if (quota === undefined) continue
    console.log(effectiveQuota(quota).free > 0n ? `\t${name} ... OK` : `\t${name}: ... EXCEEDED`)
  }
}
