import { FakeFault } from '@x/kamaki-astakos/testing'

/** Takes `/<container>/<object>` apart. @throws {FakeFault} 400 with the given message */
export function splitPath(text: string, message: string): { container: string; name: string } {
  const [, container, name] = /^\/([^/]+)\/(.+)$/s.exec(text) ?? []
  if (container === undefined || name === undefined) throw new FakeFault('badRequest', message)
  return { container, name }
}
