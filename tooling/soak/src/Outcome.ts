/**
 * What a failed or successful call says about the server: the work is done; the server refused it; it was not done for
 * another reason; or nobody can know.
 */
export type Outcome = 'done' | 'refused' | 'not done' | 'unknown'
