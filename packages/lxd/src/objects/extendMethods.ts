/** Adds methods to others, without asking the accessors of either for their values. */
export const extendMethods = <Base extends object, More extends object>(base: Base, more: More): Base & More =>
  Object.setPrototypeOf(more, base) as Base & More
