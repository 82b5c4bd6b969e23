import { FakeFault } from '@x/kamaki-astakos/testing'

type Body = Record<string, unknown>

/** The object under the only key of a body. @throws {FakeFault} 400 */
export function member(body: Body, key: string): Body {
  const value = body[key]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FakeFault('badRequest', `Attribute '${key}' is missing or no object`)
  }
  return value as Body
}

/** A text of limited length. @throws {FakeFault} 400 */
export function text(body: Body, key: string, longest: number, optional = false): string {
  const value = body[key]
  if (optional && (value === undefined || value === null)) return ''
  if (typeof value !== 'string') throw new FakeFault('badRequest', `Attribute '${key}' is missing or no text`)
  if (value.length > longest) throw new FakeFault('badRequest', `'${key}' is longer than ${longest} characters`)
  return value
}

/** Metadata within the limits of the service. @throws {FakeFault} 400; 500 for values that are no texts. */
export function metadata(body: Body, limits: { items: number; key: number; value: number }): Record<string, string> {
  for (const [key, value] of Object.entries(body)) {
    if (typeof value !== 'string') throw new FakeFault('internalServerError', 'Unexpected error')
    if (key.length > limits.key || value.length > limits.value) {
      throw new FakeFault('badRequest', `Metadata '${key}' is too long`)
    }
  }
  if (Object.keys(body).length > limits.items) {
    throw new FakeFault('badRequest', `More than ${limits.items} metadata items`)
  }
  return body as Record<string, string>
}

/** The project of `{"reassign": {"project": id}}`. @throws {FakeFault} 400 */
export function reassignment(body: Body): { project: string; shared: boolean } {
  const { project, shared_to_project: shared } = member(body, 'reassign')
  if (typeof project !== 'string') throw new FakeFault('badRequest', "Attribute 'project' is missing")
  return { project, shared: shared === true }
}
