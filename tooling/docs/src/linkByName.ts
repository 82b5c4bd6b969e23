import {
  Application,
  type CommentDisplayPart,
  type CommentTag,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from 'typedoc'

/** After typedoc's own look-up, which has -300: what it finds in the scope of a comment wins. */
const priority = -400

/**
 * Typedoc plugin: makes links of the types that `@throws {name}` names, and resolves `{@link name}` also where the file that says it does not import the name. What the same
 * package exports wins; another package's is taken when no other has the name.
 */
export function load(application: Application): void {
  application.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => linkByName(project, false), priority)
  application.on(Application.EVENT_PROJECT_REVIVE, (project) => linkByName(project, true), priority) // merged
}

/** @param all - Whether there are no other packages that a name may come from. */
function linkByName(project: ProjectReflection, all: boolean): void {
  const exported = exportedByName(project)
  for (const reflection of Object.values(project.reflections)) {
    for (const tag of reflection.comment?.blockTags ?? []) showType(tag, exported, all)
  }
  for (const reflection of Object.values(project.reflections)) {
    const { summary = [], blockTags = [] } = reflection.comment ?? {}
    const guide = reflection.isDocument() ? reflection.content : []
    const parts = [...guide, ...summary, ...blockTags.flatMap(({ content }) => content)]
    for (const part of parts) link(part, reflection, exported)
  }
}

/** Puts the types of a tag before its text, as links where there is something of the name. */
function showType(tag: CommentTag, exported: ReadonlyMap<string, unknown>, all: boolean): void {
  const names = tag.typeAnnotation?.replace(/^\{(.*)\}$/, '$1').split(/\s*\|\s*/) ?? []
  if (names.length === 0 || !(all || names.every((name) => exported.has(name)))) return
  const types = names.flatMap((name): CommentDisplayPart[] => [
    exported.has(name) ? { kind: 'inline-tag', tag: '@link', text: name } : { kind: 'code', text: `\`${name}\`` },
    { kind: 'text', text: ' ' },
  ])
  tag.content.unshift(...types)
  delete tag.typeAnnotation
}

function link(
  part: CommentDisplayPart,
  from: Reflection,
  exported: ReadonlyMap<string, DeclarationReflection[]>,
): void {
  if (part.kind !== 'inline-tag' || !part.tag.startsWith('@link')) return
  if (typeof part.target === 'string' || (part.target !== undefined && 'kindOf' in part.target)) return
  const [, path, text] = /^\s*([\w$.]+)\s*\|?\s*(.*)$/s.exec(part.text) ?? []
  const [name = '', ...members] = path?.split('.') ?? []
  const found = exported.get(name) ?? []
  const near = found.filter((other) => packageOf(other) === packageOf(from))
  const isClear = new Set(found.map(packageOf)).size === 1
  const [declaration] = near.length > 0 || !isClear ? near : found
  const target = members.length > 0 ? declaration?.getChildByName(members) : declaration
  if (target === undefined) return
  part.target = target
  part.text = text || path!
}

function exportedByName(project: ProjectReflection): Map<string, DeclarationReflection[]> {
  const declarations = Object.values(project.reflections)
    .filter((reflection): reflection is DeclarationReflection => reflection.isDeclaration())
    .filter(({ parent }) => parent?.kindOf(ReflectionKind.SomeModule | ReflectionKind.Project) === true)
    .filter((reflection) => !reflection.kindOf(ReflectionKind.SomeModule))
  return Map.groupBy(declarations, ({ name }) => name)
}

/** The outermost module where several packages are merged; else everything is one package. */
function packageOf(reflection: Reflection): Reflection {
  let top = reflection
  while (top.parent !== undefined && !top.parent.isProject()) top = top.parent
  return top
}
