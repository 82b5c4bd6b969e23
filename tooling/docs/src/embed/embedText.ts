/** What a marker names: `code` of a file of the repository, or a `table` of names. */
export type EmbedKind = 'code' | 'table'

/** Between two markers, which a Markdown reader does not show. */
const marked = /^<!-- (code|table): (\S+) -->\n[\s\S]*?^<!-- \/\1 -->$/gm

/**
 * Fills what is between the markers of a Markdown document anew.
 *
 * @param find - Answers what a marker names, as Markdown; what it throws becomes a problem, and the place stays as it is.
 * @example
 * <!-- code: docs/snippets/errors.ts#catch -->
 * <!-- /code -->
 */
export function embedText(
  text: string,
  find: (kind: EmbedKind, name: string) => string,
): { text: string; problems: string[] } {
  const problems: string[] = []
  const filled = text.replaceAll(marked, (whole: string, kind: EmbedKind, name: string) => {
    try {
      return `<!-- ${kind}: ${name} -->\n\n${find(kind, name).trim()}\n\n<!-- /${kind} -->`
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return whole
    }
  })
  return { text: filled, problems }
}
