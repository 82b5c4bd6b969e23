export { library as default } from '@x-tooling/build'
