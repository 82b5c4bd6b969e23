export { type CreateFakePithosParameters, createFakePithos, type FakePithos } from './createFakePithos.js'
