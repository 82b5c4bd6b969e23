import type { LeftOut, Program } from '../Playground.ts'
import { element } from './element.ts'

/** Fills the menu of programs, a group for each package, and the list of those that are not in it. */
export function fillPrograms(
  menu: HTMLSelectElement,
  list: HTMLElement,
  { programs, leftOut }: { programs: readonly Program[]; leftOut: readonly LeftOut[] },
): void {
  for (const [name, group] of Map.groupBy(programs, ({ id }) => id.split('/')[0] ?? '')) {
    const options = group.map(({ id }) => new Option(id.replace('/', ': '), id))
    const made = document.createElement('optgroup')
    made.label = `@x/${name}`
    made.append(...options)
    menu.append(made)
  }
  list.append(...leftOut.map(({ id, reason }) => element('li', '', element('code', '', id), `: ${reason}`)))
}
