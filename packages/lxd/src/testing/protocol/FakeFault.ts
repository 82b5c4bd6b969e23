/** Thrown by a handler of the fake: becomes an answer of type `error` with this status and text. */
export class FakeFault extends Error {
  override readonly name = 'FakeFault'
  readonly status: number

  constructor(status: number, text: string) {
    super(text)
    this.status = status
  }
}
