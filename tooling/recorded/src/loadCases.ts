import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '@x/core-errors'
import type { RecordedCase } from './RecordedCase.ts'

/** Reads every file of recorded cases in a folder whose name matches; integers keep all their digits. */
export function loadCases(folder: string, name: RegExp): RecordedCase[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) => (parseJson(readFileSync(join(folder, file), 'utf8')) as { cases: RecordedCase[] }).cases)
}
