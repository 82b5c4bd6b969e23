/** The first lines of TypeScript blocks that stand in a document and in no type-checked file. */
export function looseCode(text: string): string[] {
  const rest = text.replaceAll(/^<!-- code: \S+ -->\n[\s\S]*?^<!-- \/code -->$/gm, '')
  return [...rest.matchAll(/^```(?:ts|js|tsx|jsx|typescript|javascript)\b.*\n(.*)/gm)].map(([, line]) => line ?? '')
}
