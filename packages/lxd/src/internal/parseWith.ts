import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import * as z from 'zod/mini'

/** Reads a value with a schema. @throws {ProtocolError} with the path to the first field that does not fit. */
export function parseWith<T>(schema: z.ZodMiniType<T>, value: unknown, root: string, answer: HttpAnswer): T {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = [root, ...(issue?.path ?? [])].map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  const where = path.join('').slice(1)
  throw new ProtocolError(`${answer.context.operation}: ${where}: ${issue?.message ?? 'unexpected value'}`, {
    ...answer.context,
    status: answer.status,
    path: where,
  })
}
