/** A listing that is fetched page by page, the next page only when it is asked for. */
export interface Listing<T> extends AsyncIterable<T> {
  /** Page by page, as the server sends them. */
  readonly pages: () => AsyncIterable<readonly T[]>
  /** All of it in one array. */
  readonly all: () => Promise<T[]>
}
