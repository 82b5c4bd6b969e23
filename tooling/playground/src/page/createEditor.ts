import { javascript } from '@codemirror/lang-javascript'
import { oneDark } from '@codemirror/theme-one-dark'
import { EditorView, keymap } from '@codemirror/view'
import { basicSetup } from 'codemirror'

/** The code of a program, to be changed. */
export interface Editor {
  read(): string
  write(code: string): void
}

/** Puts an editor of TypeScript into an element. @param onRun - Ctrl+Enter. */
export function createEditor(parent: HTMLElement, onRun: () => void): Editor {
  const run = () => {
    onRun()
    return true
  }
  const view = new EditorView({
    parent,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run }]),
      basicSetup,
      javascript({ typescript: true }),
      EditorView.contentAttributes.of({ 'aria-label': 'Code of the program' }),
      ...(matchMedia('(prefers-color-scheme: dark)').matches ? [oneDark] : []),
    ],
  })
  return {
    read: () => view.state.doc.toString(),
    write: (code) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } }),
  }
}
