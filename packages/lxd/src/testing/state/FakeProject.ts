/** A project. */
export interface FakeProject {
  name: string
  description: string
  config: Record<string, string>
}
