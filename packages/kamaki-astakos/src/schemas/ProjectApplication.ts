import * as z from 'zod/mini'
import { idText } from './idText.js'

export const projectApplication = z.looseObject({ id: z.string(), application: idText })

/** Ids of a project and of the application just made for it. */
export interface ProjectApplication extends z.output<typeof projectApplication> {}
