import { projectDelete } from '../actions/projectDelete.js'
import { projectGet } from '../actions/projectGet.js'
import { projectPatch } from '../actions/projectPatch.js'
import { projectPost } from '../actions/projectPost.js'
import { projectPut } from '../actions/projectPut.js'
import { projectStateGet } from '../actions/projectStateGet.js'
import { projectsGetRecursion1 } from '../actions/projectsGetRecursion1.js'
import { projectsPost } from '../actions/projectsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import { settleChange } from '../operations/settleChange.js'
import type { Project } from '../schemas/Project.js'
import type { ProjectPut } from '../schemas/ProjectPut.js'
import type { LxdProject, LxdProjectParts, LxdProjects } from './LxdProjects.js'

/** Makes the manager of projects. */
export function createProjects(client: LxdClient): LxdProjects {
  const projects: LxdProjects = {
    ...createCollection<Project, LxdProject>({
      scope: [],
      list: (_, options) => projectsGetRecursion1(client, {}, options),
      read: (projectName, _, options) => projectGet(client, { projectName }, options),
      toItem: (data) => createProject(client, data),
    }),
    async create(definition, options = {}) {
      await settleChange(client, () => projectsPost(client, definition, options), options)
      return projects.get(definition.name, options)
    },
  }
  return Object.freeze(projects)
}

const createProject = (client: LxdClient, data: Project): LxdProject =>
  createNamedObject<Project, ProjectPut, LxdProjectParts>(
    {
      client,
      data,
      name: data.name,
      read: (projectName, options) => projectGet(client, { projectName }, options),
      put: (projectName, body, options) => projectPut(client, { ...body, projectName }, options),
      // The server's PATCH replaces the configuration as a whole.
      rawPatch: (projectName, body, options) => projectPatch(client, { ...body, projectName }, options),
      rename: (projectName, name, options) => projectPost(client, { projectName, name }, options),
      remove: (projectName, options) => projectDelete(client, { projectName }, options),
      readOnly: ['name', 'used_by', 'access_entitlements'],
    },
    (name) => ({ state: { get: (options) => projectStateGet(client, { projectName: name() }, options) } }),
  )
