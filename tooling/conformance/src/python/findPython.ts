import { existsSync } from 'node:fs'
import { environment } from './environment.ts'

/** The interpreter that `CONFORMANCE_PYTHON` names, else the one of `pnpm conformance --install`, else `python3`. */
export function findPython(): string {
  const named = process.env['CONFORMANCE_PYTHON']
  if (named !== undefined && named !== '') return named
  return existsSync(environment.python) ? environment.python : 'python3'
}
