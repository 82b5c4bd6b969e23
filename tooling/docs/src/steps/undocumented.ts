import { type JSONOutput, ReflectionKind } from 'typedoc'

type Declaration = JSONOutput.DeclarationReflection

const members = ReflectionKind.Method | ReflectionKind.Accessor
const memberOwners = ReflectionKind.Class | ReflectionKind.Interface

/** What every object may have and nobody needs explained. */
const wellKnown = new Set(['toString', 'toJSON'])

/**
 * Names of what the packages export without a doc comment: declarations, and the methods of classes and interfaces.
 *
 * @param project - What typedoc writes as JSON.
 */
export function undocumented(project: JSONOutput.ProjectReflection): string[] {
  return (project.children ?? []).flatMap((child) => visit(child, ''))
}

function visit(reflection: JSONOutput.SomeReflection, path: string): string[] {
  if (!isDeclaration(reflection)) return []
  const name = path === '' ? reflection.name : `${path}.${reflection.name}`
  const children = reflection.children ?? []
  if (reflection.kind & (ReflectionKind.Module | ReflectionKind.Namespace)) {
    return children.flatMap((child) => visit(child, name))
  }
  const below = reflection.kind & memberOwners ? children.filter(isMember).flatMap((child) => visit(child, name)) : []
  return isDocumented(reflection) ? below : [name, ...below]
}

const isDeclaration = (reflection: JSONOutput.SomeReflection): reflection is Declaration =>
  reflection.variant === 'declaration'

const isMember = (child: Declaration | JSONOutput.ReferenceReflection): boolean =>
  (child.kind & members) !== 0 &&
  child.flags.isInherited !== true &&
  !child.name.startsWith('[') &&
  !wellKnown.has(child.name)

/** The comment of a function is at its signatures. */
function isDocumented(reflection: Declaration): boolean {
  const type = reflection.type?.type === 'reflection' ? reflection.type.declaration : undefined
  const parts = [
    reflection,
    type,
    reflection.getSignature,
    reflection.setSignature,
    ...(reflection.signatures ?? []),
    ...(type?.signatures ?? []),
  ]
  return parts.some((part) => part?.comment !== undefined)
}
