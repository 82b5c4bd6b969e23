export { type FakeRoute, routes } from './routes.js'
