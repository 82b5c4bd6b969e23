/** Which account a call is about. */
export interface AccountTarget {
  /** A user's uuid; another user's one reaches what that user shares. @default the client's, else the token's user */
  account?: string | undefined
}

/** Which container a call is about. */
export interface ContainerTarget extends AccountTarget {
  /** Name of the container. @default the client's */
  container?: string | undefined
}

/** Which object a call is about. */
export interface ObjectTarget extends ContainerTarget {
  /** Name of the object, exactly as it is: slashes are part of it. Segments `.` and `..` can't be sent. */
  obj: string
}
