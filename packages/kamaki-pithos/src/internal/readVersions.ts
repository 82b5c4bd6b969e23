import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'

/** One version of an object. */
export interface ObjectVersionEntry {
  /** Id of the version, as `version` of other calls takes it. */
  readonly version: string
  /** When it was made. */
  readonly timestamp: Date
}

/** Reads a list of versions: pairs of an id and seconds since 1970, as number or text. @throws {ProtocolError} */
export async function readVersions(answer: HttpAnswer): Promise<ObjectVersionEntry[]> {
  const { status, context } = answer
  const { versions } = ((await answer.json()) ?? {}) as { versions?: unknown }
  const fail = (path: string) =>
    new ProtocolError(`${context.operation}: the answer is no list of versions at «${path}»`, {
      ...context,
      status,
      path,
    })
  if (!Array.isArray(versions)) throw fail('versions')
  return versions.map((pair: unknown, index) => {
    const [version, seconds] = Array.isArray(pair) ? pair : []
    const timestamp = new Date(Number(seconds) * 1000)
    if (version === undefined || Number.isNaN(timestamp.getTime())) throw fail(`versions.${index}`)
    return { version: String(version), timestamp }
  })
}
