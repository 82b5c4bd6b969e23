import type { FakeImage } from '../state/entities.js'

/** An image in a list without details. */
export const showImageBrief = ({ id, name, status, size, disk_format, container_format }: FakeImage) => ({
  id,
  name,
  status,
  size,
  disk_format,
  container_format,
})

/** An image in a list with details. */
export const showImage = (image: FakeImage) => ({
  ...showImageBrief(image),
  checksum: image.checksum,
  location: image.location,
  created_at: utc(image.created),
  updated_at: utc(image.updated),
  deleted_at: '',
  is_public: image.is_public,
  owner: image.owner,
  is_snapshot: image.volume !== null,
  description: image.description,
  properties: image.properties,
})

/** An image as response headers. */
export function imageHeadersOf(image: FakeImage): Record<string, string> {
  const { properties, ...fields } = showImage(image)
  const text = (value: string | number | boolean) =>
    typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)
  const encode = (key: string, value: string) =>
    ['name', 'location', 'description'].includes(key) ? encodeURIComponent(value).replaceAll('%2F', '/') : value
  return Object.fromEntries([
    ...Object.entries(fields).map(([key, value]) => [
      `x-image-meta-${key.replaceAll('_', '-')}`,
      encode(key, text(value)),
    ]),
    ...Object.entries(properties).map(([key, value]) => [
      `x-image-meta-property-${key.replaceAll('_', '-')}`,
      encodeURIComponent(value),
    ]),
  ])
}

// Without a zone, unlike everywhere else: so does the service.
const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
