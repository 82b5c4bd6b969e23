/** Decodes what is percent-encoded. A text with a percent sign that encodes nothing was never encoded: it stays. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
