import { FakeFault } from '@x/kamaki-astakos/testing'

const prefix = 'x-image-meta-'

/** What the headers of a request say about an image. */
export interface ImageHeaders {
  /** By name with underscores. */
  readonly fields: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, string>>
}

/** Reads the headers that describe an image. @throws {FakeFault} 400 for properties that are too long. */
export function readImageHeaders(request: Request): ImageHeaders {
  const fields: Record<string, string> = {}
  const properties: Record<string, string> = {}
  for (const [name, value] of request.headers) {
    if (!name.startsWith(prefix)) continue
    const key = name.slice(prefix.length).replaceAll(/\W|-/g, '_')
    if (key.startsWith('property_')) properties[key.slice('property_'.length)] = decodeURIComponent(value)
    else fields[key] = key === 'name' || key === 'location' ? decodeURIComponent(value) : value
  }
  if (Object.values(properties).some((value) => value.length > 256))
    throw new FakeFault('badRequest', 'Property too long')
  return { fields, properties }
}
