import { rmSync } from 'node:fs'
import type { Check } from '../Check.ts'
import { runTool } from './runTool.ts'
import { typedocProblems } from './typedocProblems.ts'

/** Merges the references of the packages with the guides into one site. */
export function buildSite(root: string, site: string): Check {
  rmSync(site, { recursive: true, force: true })
  return { name: 'site of all packages', problems: typedocProblems('typedoc', runTool(root, 'typedoc', [])) }
}
