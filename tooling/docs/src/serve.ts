/** `pnpm run docs:serve [port]`: serves the built site on loopback until it is interrupted. */
import { resolve } from 'node:path'
import { serveFolder } from '@x-tooling/playground'

const [port = '8080'] = process.argv.slice(2)
const { url } = await serveFolder(resolve(import.meta.dirname, '../../../site'), Number(port))
console.log(`${url}/ and ${url}/playground/`)
