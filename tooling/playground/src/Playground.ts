/** One example program that the playground shows. */
export interface Program {
  /** `storpool/listVolumes.ts`: the package and the file. */
  id: string
  /** What runs behind it. */
  service: ServiceName
  /** The first comment of the file. */
  about: string
  code: string
}

/** An example program that only runs outside of browsers. */
export interface LeftOut {
  id: string
  reason: string
}

/** Fakes that run in the browser. */
export type ServiceName = 'lxd' | 'none' | 'storpool' | 'synnefo'

/** What the page fetches: what there is to run, and where the packages are. */
export interface Playground {
  programs: Program[]
  leftOut: LeftOut[]
  /** Addresses of the bundled entry points, relative to the page, by what programs import. */
  modules: Record<string, string>
}
