import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeCall } from '../serveRoutes.js'

/** What a user says about themselves or to the operators. */
export function userHandlers(state: CloudState) {
  return {
    'POST /myaccount/default_project': async ({ user, json }: FakeCall) => {
      const { project_id: id } = await json()
      if (typeof id !== 'string') throw new FakeFault('forbidden', 'A project_id is needed')
      const project = state.projects.get(id)
      if (project === undefined) throw new FakeFault('itemNotFound', 'Unknown project')
      if (project.state !== 'active' || !project.members.has(user.id)) {
        throw new FakeFault('forbidden', 'You are not a member of this project')
      }
      user.defaultProject = id
    },
    'POST /feedback': async ({ user, request }: FakeCall) => {
      void user // checked, nothing else
      const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
      const fields = new URLSearchParams(isForm ? await request.text() : '')
      if (!fields.get('feedback_msg') || !fields.has('feedback_data')) {
        throw new FakeFault('badRequest', 'Malformed request')
      }
    },
  }
}
