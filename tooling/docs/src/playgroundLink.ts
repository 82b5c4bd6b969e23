import { type Application, JSX } from 'typedoc'

/** Typedoc plugin: a link to the playground above the navigation of every page. */
export function load({ renderer }: Application): void {
  renderer.hooks.on('sidebar.begin', ({ relativeURL }) => {
    const link = JSX.createElement('a', { href: relativeURL('playground/index.html') }, 'Playground')
    return JSX.createElement('p', { class: 'playground-link' }, link, ': run the examples in this browser')
  })
}
