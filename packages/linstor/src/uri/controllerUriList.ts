/**
 * Splits a list of controllers at its commas. Blanks around an item are dropped, as are empty items; an item without a
 * scheme gets `linstor://`. No host is added that the text does not name.
 *
 * @example
 * controllerUriList('linstor+ssl://a, b:3376,') // ['linstor+ssl://a', 'linstor://b:3376']
 */
export const controllerUriList = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => (item.includes('://') ? item : `linstor://${item}`))
