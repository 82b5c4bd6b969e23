export { buildPlayground } from './build/buildPlayground.ts'
export { firstComment } from './build/firstComment.ts'
export { type FolderServer, serveFolder } from './serve/serveFolder.ts'
