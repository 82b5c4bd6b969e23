/** A public method of the reference library. */
export interface ReferenceMethod {
  /** Its class. */
  readonly client: string
  readonly method: string
  /** `GET /servers/{id}`; for methods that send no single request, words. */
  readonly request: string
  /** Names of its parameters in Python; `**` in front of a bag of further ones. */
  readonly params: readonly string[]
  /** Whether it is a property, read without a call. */
  readonly property: boolean
}
