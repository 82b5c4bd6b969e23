/** An id as a parameter: the services answer some as numbers and others as texts; either is taken. */
export type Id = string | number
