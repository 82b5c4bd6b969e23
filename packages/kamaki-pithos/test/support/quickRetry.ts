/** The attempts of transfers, without their waits. */
export const quickRetry = { retry: { attempts: 8, delayMs: () => 0 } } as const
