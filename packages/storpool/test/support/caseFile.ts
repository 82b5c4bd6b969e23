import { readdirSync, readFileSync } from 'node:fs'
import { parseJson } from '../../src/json/parseJson.js'

/** What every recorded case has. */
export interface RecordedCase {
  id: string
  /** Names an accident of the bindings that the case shows. */
  quirk?: string
}

const folder = new URL('../fixtures/', import.meta.url)

/** The cases of `fixtures/<name>.json` and of any further file `fixtures/<name>.<anything>.json`. */
export function readCases<T extends RecordedCase>(name: string): T[] {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json'))
  return files.flatMap((file) => {
    const { cases } = expand(parseJson(readFileSync(new URL(file, folder)))) as { cases: T[] }
    return cases
  })
}

// {"$bigint": "n"} is an integer past 2^53, {"$repeat": [text, n]} a long text.
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand)
  if (typeof value !== 'object' || value === null) return value
  const { $bigint, $repeat } = value as { $bigint?: string; $repeat?: [string, number] }
  if ($bigint !== undefined) return BigInt($bigint)
  if ($repeat !== undefined) return $repeat[0].repeat($repeat[1])
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(value)) copy[key] = expand(member)
  return copy
}
