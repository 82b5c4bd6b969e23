import {
  Application,
  type CommentDisplayPart,
  Converter,
  type DeclarationReflection,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
} from 'typedoc'

/** After typedoc's own look-up, which has -300: what it finds in the scope of a comment wins. */
const priority = -400

/**
 * Typedoc plugin: resolves `{@link name}` also where the file that says it does not import the name. What the same
 * package exports wins; another package's is taken when it is the only one of that name.
 */
export function load(application: Application): void {
  application.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => linkByName(project), priority)
  application.on(Application.EVENT_PROJECT_REVIVE, linkByName, priority) // the packages, merged
}

function linkByName(project: ProjectReflection): void {
  const exported = exportedByName(project)
  for (const reflection of Object.values(project.reflections)) {
    const { summary = [], blockTags = [] } = reflection.comment ?? {}
    const guide = reflection.isDocument() ? reflection.content : []
    const parts = [...guide, ...summary, ...blockTags.flatMap(({ content }) => content)]
    for (const part of parts) link(part, reflection, exported)
  }
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
  const [declaration] = near.length > 0 || found.length > 1 ? near : found
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
