import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import { type Image, image } from '../schemas/Image.js'
import { decodeText } from './decodeText.js'

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
    if (key.startsWith('property_')) properties[key.slice('property_'.length)] = decodeText(value)
    else fields[key] = encoded.has(key) ? decodeText(value) : typed(key, value)
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
