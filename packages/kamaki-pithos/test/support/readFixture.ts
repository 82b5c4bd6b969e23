import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../fixtures/', import.meta.url)

/** One list out of every recorded file whose name begins so: more recordings are run by putting them beside the others. */
export function readFixture<T>(name: string, list: string): T[] {
  const files = readdirSync(folder).filter((file) => file.startsWith(name) && file.endsWith('.json'))
  return files.sort().flatMap((file) => {
    const content = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, T[]>
    return content[list] ?? []
  })
}
