import { init, parse } from 'es-module-lexer'
import { transform } from 'sucrase'

/**
 * JavaScript of a TypeScript program, with the addresses of what it imports.
 *
 * @param modules - Addresses by name.
 * @throws {Error} when it is no TypeScript, or imports what is not there.
 */
export async function compile(code: string, modules: Readonly<Record<string, string>>): Promise<string> {
  const { code: script } = transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
  })
  await init
  const [imports] = parse(script)
  let done = ''
  let position = 0
  for (const { type, start, end } of imports) {
    if (type === 'import-meta') continue
    const written = script.slice(start, end)
    const name = written.replace(/^(['"])(.*)\1$/, '$2')
    const address = modules[name]
    if (address === undefined) throw new Error(`The playground has no module ${name}`)
    done += script.slice(position, start) + (name === written ? address : JSON.stringify(address))
    position = end
  }
  return done + script.slice(position)
}
