/** The warnings and errors in what typedoc printed; what else there is to say when it failed without any. */
export function typedocProblems(name: string, { code, output }: { code: number; output: string }): string[] {
  const lines = output.split('\n').filter((line) => /\[(?:warning|error)\] |error TS\d+/.test(line))
  // The last one only counts the others.
  const problems = lines.filter((line) => !/ Found \d+ errors? and /.test(line)).map((line) => line.trim())
  return code !== 0 && problems.length === 0 ? [`${name} ended with code ${code}`, ...output.split('\n')] : problems
}
