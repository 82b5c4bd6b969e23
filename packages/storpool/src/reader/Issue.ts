/** One place of a value that does not fit its type. */
export interface Issue {
  /** Where, from the value's own root: `[3].tags["bad key"]`. Empty for the value itself. */
  readonly path: string
  /** The same as member names and indexes. */
  readonly keys: readonly (string | number)[]
  /** What is wrong with it, as the end of a sentence: `must be a whole number from 0 to 4095`. */
  readonly reason: string
  /** What stands there. It is kept in the value, too. */
  readonly received: unknown
}

/** An issue on its way up from where it was found; each container puts its own key in front. */
export class FoundIssue implements Issue {
  readonly keys: (string | number)[] = []

  constructor(
    readonly reason: string,
    readonly received: unknown,
  ) {}

  get path(): string {
    return this.keys.map(step).join('').replace(/^\./, '')
  }
}

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}
