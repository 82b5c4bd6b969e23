// Reserves an IP address that a given project pays for: PROJECT_ID, else the first project besides the own one.
import { configFromEnvironment, createAstakos, createSynnefoSession } from '@x/kamaki-astakos'
import { createNetwork } from '@x/kamaki-cyclades'

const session = createSynnefoSession(configFromEnvironment())
const projects = await createAstakos({ session }).getProjects({ mode: 'member' })
const projectId = process.env['PROJECT_ID'] ?? projects.find((project) => !project.system_project)?.id

const network = createNetwork({ session })
const { floating_ip_address } = await network.createFloatingip({ projectId })
console.log(`A new IP ${floating_ip_address} is reserved for you`)
