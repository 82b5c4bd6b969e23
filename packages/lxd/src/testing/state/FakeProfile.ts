/** A profile of a project that has profiles of its own. */
export interface FakeProfile {
  project: string
  name: string
  description: string
  config: Record<string, string>
  devices: Record<string, Record<string, string>>
}
