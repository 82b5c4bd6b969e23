// What is used and what is allowed, by project and resource?
import { configFromEnvironment, createAstakos, isUnlimited } from '@x/kamaki-astakos'

const astakos = createAstakos(configFromEnvironment())

for (const [project, resources] of Object.entries(await astakos.getQuotas())) {
  console.log(`For project with id ${project}`)
  for (const [name, { usage, limit }] of Object.entries(resources).sort()) {
    console.log(`  ${name}: ${usage}/${isUnlimited(limit) ? 'unlimited' : limit}`)
  }
}
