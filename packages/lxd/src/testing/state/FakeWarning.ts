/** A warning of the server. */
export interface FakeWarning {
  readonly uuid: string
  readonly type: string
  readonly severity: 'low' | 'moderate' | 'high'
  readonly message: string
  readonly firstSeenAt: string
  status: 'new' | 'acknowledged' | 'resolved'
}
