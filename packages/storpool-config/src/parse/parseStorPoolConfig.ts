import { dropBlanks, isBlank, skipBlanks } from './blanks.js'
import type { ConfigAssignment, ConfigFile } from './ConfigFile.js'
import { StorPoolConfigError } from './StorPoolConfigError.js'

/** How {@link parseStorPoolConfig} names its input. */
export interface ParseStorPoolConfigOptions {
  /** Stands in errors and origins. @default 'storpool.conf' */
  file?: string | undefined
}

/**
 * Parses the text of one StorPool configuration file. Needs nothing of Node.
 *
 * Lines end at LF, CRLF or CR. A line is empty, a comment (`#` or `;` first), a header (`[node-a]`) or an assignment
 * (`NAME=value`); a value goes on in the next line when a backslash is the very last character of its line. There are
 * no comments behind a value, no quotes and no escapes. A byte order mark is dropped.
 *
 * @throws {StorPoolConfigError} for any other line, and for a value that still goes on at the end of the text.
 * @see StorPool bindings 7.3.0, observed with version 4.1.1 of their INI reader
 */
export function parseStorPoolConfig(text: string, options: ParseStorPoolConfigOptions = {}): ConfigFile {
  const { file = 'storpool.conf' } = options
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  const sections = new Set<string>()
  const assignments: ConfigAssignment[] = []
  let section = ''
  let open: { name: string; value: string; line: number } | undefined
  for (const [index, content] of lines.entries()) {
    if (open !== undefined) {
      open.value += endsOpen(content) ? content.slice(0, -1) : content
      if (endsOpen(content)) continue
      assignments.push({ section, ...open })
      open = undefined
      continue
    }
    if (isIgnored(content)) continue
    const header = parseHeader(content)
    if (header !== undefined) {
      section = header
      sections.add(header)
      continue
    }
    const assignment = parseAssignment(content)
    if (assignment === undefined) throw badLine(file, index + 1)
    const { goesOn, ...parsed } = assignment
    if (goesOn) open = { ...parsed, line: index + 1 }
    else assignments.push({ section, ...parsed, line: index + 1 })
  }
  if (open !== undefined) throw openAtEnd(file, open)
  return { file, sections: [...sections], assignments }
}

const endsOpen = (line: string): boolean => line.endsWith('\\')

function isIgnored(line: string): boolean {
  const first = line.charAt(skipBlanks(line, 0))
  return first === '' || first === '#' || first === ';'
}

function parseHeader(line: string): string | undefined {
  const start = skipBlanks(line, 0)
  const end = dropBlanks(line, start, line.length) - 1
  // The closing bracket is the first one, and nothing may follow it.
  if (line.charAt(start) !== '[' || end <= start + 1 || line.indexOf(']', start) !== end) return undefined
  const from = skipBlanks(line, start + 1)
  if (from >= end) return line.charAt(end - 1) // only blanks: the last of them is the name
  return line.slice(from, dropBlanks(line, from, end))
}

function parseAssignment(line: string): { name: string; value: string; goesOn: boolean } | undefined {
  const start = skipBlanks(line, 0)
  let end = start
  while (end < line.length && line.charAt(end) !== '=' && !isBlank(line, end)) end++
  const equals = skipBlanks(line, end)
  if (end === start || line.charAt(equals) !== '=') return undefined
  const goesOn = endsOpen(line)
  const from = skipBlanks(line, equals + 1)
  const to = goesOn ? line.length - 1 : line.length
  return { name: line.slice(start, end), value: line.slice(from, dropBlanks(line, from, to)), goesOn }
}

const badLine = (file: string, line: number): StorPoolConfigError =>
  new StorPoolConfigError(`${file}:${line} is neither a comment, a [section] nor NAME=value`, { file, line })

const openAtEnd = (file: string, { name, line }: { name: string; line: number }): StorPoolConfigError =>
  new StorPoolConfigError(`${file}:${line}: the value of ${name} goes on (\\) but the file ends`, {
    file,
    line,
    variable: name,
  })
