import type { Check } from '../Check.ts'
import { startProgram } from './startProgram.ts'

/** Runs a program that prints its checks, one a line. A program that breaks off is a failed check of its own. */
export async function* runStory(python: string, file: string, args: readonly string[]): AsyncGenerator<Check> {
  await using program = startProgram(python, file, args)
  let checks = 0
  try {
    for await (const message of program.messages) {
      checks++
      yield message as Check
    }
    if (checks === 0) yield { name: file, failure: 'it made no check' }
  } catch (error) {
    yield { name: file, failure: error instanceof Error ? error.message : String(error) }
  }
}
