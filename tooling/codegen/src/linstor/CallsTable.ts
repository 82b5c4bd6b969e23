/** `spec/calls.json`: which message goes under which name. Entries without `apiVersions` hold for all of them. */
export interface CallsTable {
  calls: Record<string, { request: string | null; answer: string; apiVersions?: number[] }>
  answers: Record<string, { message: string | null; apiVersions?: number[] }>
  oneway: Record<string, { message: string }>
  events: Record<string, { message: string }>
}
