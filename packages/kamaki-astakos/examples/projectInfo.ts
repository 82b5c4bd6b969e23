// Which projects can I see?
import { configFromEnvironment, createAstakos } from '@x/kamaki-astakos'

const astakos = createAstakos(configFromEnvironment())

for (const { name, id, description, homepage } of await astakos.getProjects()) {
  console.log(`Project ${name} (${id})`)
  if (description) console.log(`\t${description}`)
  if (homepage) console.log(`\t${homepage}`)
}
