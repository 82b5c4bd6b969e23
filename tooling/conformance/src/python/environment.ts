import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../.venv')

/** The virtual environment that `pnpm conformance --install` makes. */
export const environment = { folder, python: resolve(folder, 'bin/python') }
