/** The key under which every error of the family lists its class names, the most specific first. */
export const brands: unique symbol = Symbol.for('@x/core-errors/brands')

/** Collects the `brand` of a class and of all classes it extends. */
export function brandsOf(errorClass: unknown): string[] {
  const found: string[] = []
  for (let current = errorClass; typeof current === 'function'; current = Object.getPrototypeOf(current)) {
    if (Object.hasOwn(current, 'brand')) found.push(String((current as { brand?: unknown }).brand))
  }
  return found
}

/**
 * Tells whether a value is an error of the family with the given class name, whichever copy of the package made it.
 * `instanceof` fails between two installed copies; this does not.
 *
 * @example
 * export const isStorPoolApiError = (error: unknown): error is StorPoolApiError => hasErrorBrand(error, 'StorPoolApiError')
 */
export function hasErrorBrand(error: unknown, brand: string): boolean {
  if (typeof error !== 'object' || error === null) return false
  const list: unknown = (error as { [brands]?: unknown })[brands]
  return Array.isArray(list) && list.includes(brand)
}
