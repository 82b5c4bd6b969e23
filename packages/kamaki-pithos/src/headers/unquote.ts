/** Decodes what {@link quote} made; a text that is no such encoding is given back as it is. */
export function unquote(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a lone % is no encoding; the server itself sends none
  }
}
