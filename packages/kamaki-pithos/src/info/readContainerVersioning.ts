import type { Answer } from '../Answer.js'

/** `auto` when a container keeps every version of an object, `none` when only the last. */
export const readContainerVersioning = ({ headers }: Answer): string | undefined =>
  headers['x-container-policy-versioning']
