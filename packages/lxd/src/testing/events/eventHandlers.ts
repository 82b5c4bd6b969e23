import type { FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { upgradeAnswer } from '../sockets/upgradeAnswer.js'
import type { FakeState } from '../state/FakeState.js'

const types = ['logging', 'operation', 'lifecycle']

/** The stream of events. The fake has no log, so `logging` is accepted and says nothing. */
export function eventHandlers(state: FakeState): FakeHandlers {
  return {
    eventsGet({ query, project, wantsSocket }) {
      if (!wantsSocket) return new Response('Bad Request\n', { status: 400, headers: { 'content-type': 'text/plain' } })
      const wanted = query.get('type')?.split(',') ?? types
      const unknown = wanted.find((type) => !types.includes(type))
      // LXD 5.0 answers 500 to both, whatever the text says.
      if (unknown !== undefined) throw new FakeFault(500, `"${unknown}" isn't a supported event type`)
      const allProjects = query.get('all-projects') === 'true'
      if (!allProjects && !state.projects.some(({ name }) => name === project)) {
        throw new FakeFault(500, 'Project not found')
      }
      const filter = { types: wanted, project: allProjects ? undefined : project }
      return upgradeAnswer((socket) => state.events.listen(socket, filter))
    },
  }
}
