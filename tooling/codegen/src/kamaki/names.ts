/** `listServers` -> `ListServers` */
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** `ServerBrief` -> `serverBrief` */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** Name of the interface of a call's parameters. */
export const parametersName = (call: string): string => `${upperFirst(call)}Parameters`

/** Wraps a text into the lines of a doc comment, without its frame. */
export function docLines(text: string, width = 110): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = ['']
    for (const word of paragraph.match(/\{@link \w+\}\S*|\S+/g) ?? []) {
      const last = lines.length - 1
      const line = lines[last] ?? ''
      if (line !== '' && line.length + word.length + 1 > width) lines.push(word)
      else lines[last] = line === '' ? word : `${line} ${word}`
    }
    return lines
  })
}

/** A whole doc comment. */
export const docComment = (text: string, indent = ''): string => {
  const lines = docLines(text)
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`
}
