/** Where the file of an image is in the object store. */
export interface ImageLocation {
  /** Uuid of the account. */
  account: string
  container: string
  /** Name of the object; may have slashes. */
  path: string
}
