import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import { isoTime } from '../isoTime.js'
import type { ChargeTarget } from '../QuotaLedger.js'
import type { FakeCall } from '../serveRoutes.js'
import { requireService } from './requireRole.js'

interface Provision {
  holder: string
  source: string | null
  resource: string
  quantity: number | bigint
}

interface Commission {
  serial: number
  name: string
  issue_time: string
  provisions: Provision[]
}

/** Commissions: what services take and give back in two steps. */
export function commissionHandlers(state: CloudState) {
  const pending = new Map<number, Commission>()
  let lastSerial = 0

  // A user's line says what is taken and from where; the project's twin of it says nothing new.
  const targets = (provisions: readonly Provision[]): { target: ChargeTarget; provision: Provision }[] =>
    provisions.flatMap((provision) => {
      const [kind, user = ''] = provision.holder.split(':')
      const project = provision.source?.replace('project:', '') ?? ''
      return kind === 'user' ? [{ target: { user, project }, provision }] : []
    })

  const refuse = (provision: Provision, force: boolean, target: ChargeTarget): void => {
    const { resource, quantity } = provision
    if (!state.users.has(target.user) || !(resource in (state.projects.get(target.project)?.resources ?? {}))) {
      throw new FakeFault('itemNotFound', 'There is no such holding', { data: { provision, name: 'NoHoldingError' } })
    }
    const shortage = force ? undefined : state.quotas.shortage(target, { [resource]: quantity })
    if (shortage === undefined) return
    const { limit, usage } = shortage
    throw new FakeFault('overLimit', 'The quota is exceeded', {
      data: { provision, name: 'NoCapacityError', limit, usage },
    })
  }

  const close = (serial: number, accept: boolean): void => {
    const commission = pending.get(serial)
    if (commission === undefined) throw new FakeFault('itemNotFound', `No pending commission ${serial}`)
    pending.delete(serial)
    for (const { target, provision } of targets(commission.provisions)) {
      const charge = { [provision.resource]: provision.quantity }
      state.quotas.settle(target, charge)
      if (!accept) state.quotas.release(target, charge)
    }
  }

  return {
    'GET /commissions': ({ user }: FakeCall) => {
      requireService(user)
      return [...pending.keys()]
    },
    'GET /commissions/{serial}': ({ user, names }: FakeCall) => {
      requireService(user)
      return pending.get(Number(names['serial'])) ?? new Response(null, { status: 404 })
    },
    'POST /commissions': async ({ user, json }: FakeCall) => {
      requireService(user)
      const { force = false, auto_accept = false, name = '', provisions } = await json()
      if (!Array.isArray(provisions)) throw new FakeFault('badRequest', 'provisions are needed')
      const serial = ++lastSerial
      const issue_time = isoTime(state.clock.now())
      const commission: Commission = { serial, name: String(name), issue_time, provisions: provisions as Provision[] }
      const lines = targets(commission.provisions)
      for (const { target, provision } of lines) refuse(provision, force === true, target)
      for (const { target, provision } of lines) {
        state.quotas.book(target, { [provision.resource]: provision.quantity }, true)
      }
      pending.set(serial, commission)
      if (auto_accept === true) close(serial, true)
      return { serial }
    },
    'POST /commissions/{serial}/action': async ({ user, names, json }: FakeCall) => {
      requireService(user)
      const body = await json()
      if ('accept' in body === 'reject' in body) throw new FakeFault('badRequest', 'One action is needed')
      close(Number(names['serial']), 'accept' in body)
    },
    'POST /commissions/action': async ({ user, json }: FakeCall) => {
      requireService(user)
      const { accept = [], reject = [] } = (await json()) as { accept?: number[]; reject?: number[] }
      const answer = { accepted: [] as number[], rejected: [] as number[], failed: [] as unknown[] }
      for (const serial of new Set([...accept, ...reject])) {
        try {
          if (accept.includes(serial) && reject.includes(serial)) {
            throw new FakeFault('badRequest', `Serial ${serial} is both accepted and rejected`)
          }
          close(serial, accept.includes(serial))
          answer[accept.includes(serial) ? 'accepted' : 'rejected'].push(serial)
        } catch (error) {
          if (!(error instanceof FakeFault)) throw error
          answer.failed.push([serial, JSON.parse(error.body())])
        }
      }
      return answer
    },
  }
}
