/** What the comment at the beginning of a program says, in one line; empty when there is none. */
export function firstComment(code: string): string {
  const block = /^\/\*\*?([\s\S]*?)\*\//.exec(code)?.[1]?.replaceAll(/^ *\* ?/gm, '')
  const lines = /^(?:\/\/.*\n)+/.exec(code)?.[0].replaceAll(/^\/\/ ?/gm, '')
  return (block ?? lines ?? '').replaceAll(/\s+/g, ' ').trim()
}
