import type { FakeRequest } from './FakeRequest.js'

/** A whole number that is not negative; anything else counts as not given. */
export function wholeNumber(request: FakeRequest, name: string): number | undefined {
  const text = request.query.get(name)?.trim() ?? ''
  return /^\+?\d+$/.test(text) ? Number(text) : undefined
}

/** How many entries a listing may have: 0 asks for as many as there can be. */
export function listingLimit(request: FakeRequest, most: number): number {
  const asked = wholeNumber(request, 'limit') ?? 0
  return asked === 0 || asked > most ? most : asked
}
