import type { FakeFile } from '../state/FakeFile.js'

/** The files of one volume, below the directory where it is mounted. */
export class FileTree {
  readonly #files: Map<string, FakeFile>
  readonly #mount: string

  constructor(files: Map<string, FakeFile>, mount: string) {
    this.#files = files
    this.#mount = mount
  }

  /** Whether a path of the instance is in this volume. */
  holds(path: string): boolean {
    return this.#mount === '/' || path === this.#mount || path.startsWith(`${this.#mount}/`)
  }

  get(path: string): FakeFile | undefined {
    return this.#files.get(this.#within(path)) ?? (path === this.#mount ? emptyDirectory : undefined)
  }

  set(path: string, file: FakeFile): void {
    this.#files.set(this.#within(path), file)
  }

  delete(path: string): void {
    this.#files.delete(this.#within(path))
  }

  /** The names in a directory. */
  list(path: string): string[] {
    const directory = this.#within(path)
    const start = directory === '/' ? '/' : `${directory}/`
    return [...this.#files.keys()]
      .filter((name) => name !== '/' && name.startsWith(start) && !name.slice(start.length).includes('/'))
      .map((name) => name.slice(start.length))
  }

  #within(path: string): string {
    return this.#mount === '/' ? path : path.slice(this.#mount.length) || '/'
  }
}

const emptyDirectory: FakeFile = {
  type: 'directory',
  uid: 0,
  gid: 0,
  mode: 0o711,
  modifiedAt: 0,
  content: new Uint8Array(),
}
