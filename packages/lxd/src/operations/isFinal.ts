import type { Operation } from '../schemas/Operation.js'

/** Whether an operation is over: 200 success, 400 failure, 401 canceled. What is under way is below 200. */
export const isFinal = (operation: Pick<Operation, 'status_code'>): boolean => operation.status_code >= 200
