import type { Exchange } from '../RunMessage.ts'
import { element } from './element.ts'

/** A line of the list of requests, which opens to show both bodies. */
export function showExchange({ method, target, status, durationMs, sent, received }: Exchange): HTMLElement {
  const isGood = status !== undefined && status < 400
  const summary = element(
    'summary',
    '',
    element('span', isGood ? 'status' : 'status bad', status === undefined ? '---' : String(status)),
    element('span', 'method', method),
    element('span', 'target', target),
    element('span', 'time', `${durationMs.toFixed(durationMs < 10 ? 1 : 0)} ms`),
  )
  const body = element('div', 'body', ...part('Sent', sent), ...part('Received', received))
  if (sent === '' && received === '') body.append(element('p', 'empty', 'No body in either direction'))
  return element('details', '', summary, body)
}

const part = (heading: string, text: string): HTMLElement[] =>
  text === '' ? [] : [element('h3', '', heading), element('pre', '', text)]
