import type { RunEvent } from '../RunMessage.ts'
import { byId } from './byId.ts'
import { element } from './element.ts'
import { showExchange } from './showExchange.ts'

/** Where the page shows what a program does. */
export interface Results {
  /** Empties everything for another run. */
  begin(): void
  show(event: RunEvent): void
  /** Says that the program was stopped. */
  stopped(): void
}

const mostLines = 2_000

/** Takes over the elements of the page that show a run. */
export function createResults(): Results {
  const output = byId('output', HTMLDivElement)
  const requests = byId('requests', HTMLDivElement)
  const status = byId('status', HTMLSpanElement)
  const count = byId('count', HTMLSpanElement)
  const say = (text: string, className = '') => {
    status.textContent = text
    status.className = className
  }
  return {
    begin() {
      output.replaceChildren()
      requests.replaceChildren()
      count.textContent = ''
      say('runs')
    },
    show(event) {
      if (event.kind === 'output') {
        if (output.childElementCount >= mostLines) output.firstElementChild?.remove()
        output.append(element('pre', event.level, event.text))
        output.scrollTop = output.scrollHeight
      } else if (event.kind === 'exchange') {
        if (requests.childElementCount >= mostLines) requests.firstElementChild?.remove()
        requests.append(showExchange(event.exchange))
        count.textContent = String(requests.childElementCount)
      } else {
        const { exitCode, durationMs } = event
        say(`ended with code ${exitCode} after ${durationMs.toFixed(0)} ms`, exitCode === 0 ? 'good' : 'bad')
        if (output.childElementCount === 0) output.append(element('p', 'empty', 'The program printed nothing'))
      }
    },
    stopped: () => say('stopped', 'bad'),
  }
}
