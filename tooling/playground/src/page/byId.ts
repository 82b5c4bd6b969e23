/** The element of the page with an id. @throws {Error} when the page has none. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} ${id}`)
  return element
}
