export { checkLoading } from './consumers/checkLoading.ts'
export { linkedDependencies } from './consumers/linkedDependencies.ts'
export { findPackages, type WorkspacePackage } from './findPackages.ts'
export { runCommand } from './run/runCommand.ts'
