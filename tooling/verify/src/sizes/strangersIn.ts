/** Which of the given actions are declared in a bundle, or named in it as an operation. */
export function strangersIn(code: string, actions: readonly string[]): string[] {
  return actions.filter((name) =>
    new RegExp(`(?:\\b(?:function|const|let|var) ${name}\\b)|(?:\\boperation: ['"\`]${name}['"\`])`).test(code),
  )
}
