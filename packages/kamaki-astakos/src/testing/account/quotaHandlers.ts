import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { QuotaLine } from '../QuotaLedger.js'
import type { FakeCall } from '../serveRoutes.js'
import { requireService } from './requireRole.js'

const bytes = new Set(['cyclades.ram', 'cyclades.disk', 'cyclades.total_ram', 'pithos.diskspace'])
const hidden = new Set(['cyclades.total_cpu', 'cyclades.total_ram', 'astakos.pending_app'])

/** Resources and quotas. */
export function quotaHandlers(state: CloudState) {
  const linesOf = (user: string, project: string): Record<string, QuotaLine> => {
    const names = Object.keys(state.projects.get(project)?.resources ?? {}).filter((name) => !hidden.has(name))
    return Object.fromEntries(names.map((name) => [name, state.quotas.line({ user, project }, name)]))
  }
  const quotasOf = (user: string, wanted?: readonly string[]): Record<string, Record<string, QuotaLine>> => {
    const mine = [...state.projects.values()].filter(
      ({ id, members, state: status }) =>
        status === 'active' && members.has(user) && (wanted === undefined || wanted.includes(id)),
    )
    return Object.fromEntries(mine.map(({ id }) => [id, linesOf(user, id)]))
  }
  const list = (text: string | null): string[] | undefined => text?.split(',')

  return {
    'GET /resources': () => {
      const names = new Set([...state.projects.values()].flatMap(({ resources }) => Object.keys(resources)))
      return Object.fromEntries(
        [...names].sort().map((name) => [
          name,
          {
            service: name.startsWith('pithos') ? 'pithos_object-store' : 'cyclades_compute',
            description: `Resource ${name}`,
            unit: bytes.has(name) ? 'bytes' : null,
            ui_visible: !hidden.has(name),
            api_visible: !hidden.has(name),
          },
        ]),
      )
    },
    'GET /quotas': ({ user }: FakeCall) => quotasOf(user.id),
    'GET /service_quotas': ({ user, query }: FakeCall) => {
      requireService(user)
      const users = list(query.get('user'))
      const found = [...state.users.keys()].filter((id) => users?.includes(id) ?? true)
      if (users !== undefined && found.length === 0) throw new FakeFault('itemNotFound', 'No such user')
      return Object.fromEntries(found.map((id) => [id, quotasOf(id, list(query.get('project')))]))
    },
    'GET /service_project_quotas': ({ user, query }: FakeCall) => {
      requireService(user)
      const wanted = list(query.get('project'))
      const found = [...state.projects.keys()].filter((id) => wanted?.includes(id) ?? true)
      return Object.fromEntries(
        found.map((id) => [
          id,
          Object.fromEntries(
            Object.entries(linesOf('', id)).map(([name, { project_usage, project_limit, project_pending }]) => [
              name,
              { project_usage, project_limit, project_pending },
            ]),
          ),
        ]),
      )
    },
  }
}
