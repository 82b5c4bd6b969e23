// How many virtual machines and addresses does my own project have left?
import { configFromEnvironment, createAstakos } from '@x/kamaki-astakos'

const astakos = createAstakos(configFromEnvironment())

const { user } = await astakos.authenticate()
const mine = (await astakos.getQuotas())[user.id]
const line = (resource: string) => `${mine?.[resource]?.usage ?? 0}/${mine?.[resource]?.limit ?? 0}`

console.log(`You are using ${line('cyclades.vm')} VMs and ${line('cyclades.floating_ip')} IPs`)
