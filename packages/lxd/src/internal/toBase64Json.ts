/** Base64 of compact JSON, as the tokens of LXD are written. */
export const toBase64Json = (value: object): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value))))
