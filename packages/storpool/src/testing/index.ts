export {
  createFakeStorPool,
  type FakeStorPool,
  type FakeStorPoolFault,
  type FakeStorPoolOptions,
} from './createFakeStorPool.js'
export type { SeedDisk, Seeds } from './Seeds.js'
