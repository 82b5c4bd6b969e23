/** What a bundler of applications is asked for. */
export interface BundleTask {
  /** The project, in which packages are looked for. */
  folder: string
  /** Path of the program in it. */
  entry: string
  /** `browser` leaves no module of Node in the bundle. */
  platform: 'browser' | 'node'
}
