import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { requestNothing } from '../http/requestNothing.js'

/** What {@link setDefaultProject} takes. */
export interface SetDefaultProjectParameters {
  /** An active project that has accepted the user. */
  projectId: string
}

/**
 * Sets the project that new resources are charged to. The session forgets what it knew about the user, since the default
 * project is part of it.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Which project.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} 403 when the user is no accepted member, 404 for an unknown project, 405 for an account that
 * is not verified.
 * @see Synnefo 0.21, account API 1.0, `POST /myaccount/default_project`
 * @example
 * await setDefaultProject(client, { projectId })
 */
export async function setDefaultProject(
  client: AstakosClient,
  parameters: SetDefaultProjectParameters,
  options: HttpCallOptions = {},
): Promise<void> {
  await requestNothing(client.session, {
    ...options,
    operation: 'setDefaultProject',
    service: 'account',
    method: 'POST',
    path: ['myaccount', 'default_project'],
    json: { project_id: parameters.projectId },
    idempotent: false,
  })
  client.session.forget()
}
