import { ProtocolError, parseJson } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import type { output, ZodMiniType } from 'zod/mini'
import { createReader, type Reader, unfit } from './createReader.js'

const readers = new WeakMap<ZodMiniType, Reader>()

/**
 * Reads an answer as JSON and checks it. Whole numbers beyond 2^53 arrive as `bigint`.
 *
 * @throws {ProtocolError} when the body is no JSON, or not of the shape; `path` says where.
 */
export async function readJson<S extends ZodMiniType>(answer: HttpAnswer, schema: S): Promise<output<S>> {
  const { context, status } = answer
  const bytes = await answer.bytes()
  let value: unknown
  try {
    value = parseJson(bytes)
  } catch {
    const found = bytes.length === 0 ? 'an empty body' : 'a body that is no JSON'
    throw new ProtocolError(`${context.operation}: the answer (HTTP ${status}) has ${found} where JSON was expected`, {
      ...context,
      status,
    })
  }
  const read = readers.get(schema) ?? createReader(schema)
  readers.set(schema, read)
  const found = read(value)
  if (found !== unfit) return found as output<S>
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  throw new ProtocolError(`${context.operation}: the answer is not of the documented shape at «${path}»`, {
    ...context,
    status,
    path,
  })
}
