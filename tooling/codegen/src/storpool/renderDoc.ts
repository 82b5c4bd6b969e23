const width = 112

/** Writes a doc comment of paragraphs; those that begin with `@` follow each other without an empty line. */
export function renderDoc(paragraphs: readonly string[], indent = ''): string {
  const lines: string[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const tag = paragraph.startsWith('@') && paragraphs[index - 1]?.startsWith('@')
    if (index > 0 && !tag) lines.push('')
    lines.push(...(paragraph.startsWith('@example') ? paragraph.split('\n') : wrap(paragraph, width - indent.length)))
  }
  if (lines.length === 0) return ''
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`
}

function wrap(text: string, limit: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < limit) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
