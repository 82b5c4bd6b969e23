import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/ky'
import { type Image, image } from '../schemas/Image.js'

const prefix = 'x-image-meta-'
const encoded = new Set(['name', 'location', 'description'])

/**
 * Reads an image out of response headers, in the shape that lists have: `is_public` is a boolean there, `size` a number.
 *
 * @throws {ProtocolError} when the headers describe no image.
 */
export function readImage({ headers, status, context }: HttpAnswer): Image {
  const fields: Record<string, unknown> = {}
  const properties: Record<string, string> = {}
  for (const [name, value] of headers) {
    if (!name.startsWith(prefix)) continue
    const key = name.slice(prefix.length).replaceAll('-', '_')
    if (key.startsWith('property_')) properties[key.slice('property_'.length)] = decoded(value)
    else fields[key] = encoded.has(key) ? decoded(value) : typed(key, value)
  }
  const result = image.safeParse({ ...fields, properties })
  if (result.success) return result.data
  const path = result.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new ProtocolError(`${context.operation}: the answer's headers describe no image, see «${path}»`, {
    ...context,
    status,
    path,
  })
}

function typed(key: string, value: string): unknown {
  if (key.startsWith('is_')) return value.toLowerCase() === 'true'
  return key === 'size' && /^\d+$/.test(value) ? Number(value) : value
}

// A value with a percent sign that encodes nothing was never encoded.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
