import { expect, test } from 'vitest'
import { strangersIn } from './strangersIn.ts'

test('an action is found by its declaration and by the name of its call', () => {
  const code = `const volumesList = () => call({ operation: "volumesList" })
    var other = { operation: 'volumeDelete' }
    function snapshotCreate() {}
    text = 'diskEject'; volumeInformation()`
  expect(strangersIn(code, ['volumeDelete', 'snapshotCreate', 'diskEject', 'volumeInfo'])).toEqual([
    'volumeDelete',
    'snapshotCreate',
  ])
})
