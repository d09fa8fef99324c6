import { type DocumentNode, GraphQLError, Kind, type SelectionSetNode, type ValidationContext } from "graphql";

/** Before a document is parsed: its length in characters. */
export const MAX_DOCUMENT_CHARS = 16_384;
const MAX_ROOT_FIELDS = 15;
const MAX_ALIASES = 30;

/**
 * What a document may ask for at all, besides armor's depth and cost: one root mutation, few root fields, few aliases
 * (introspective `__typename` ones count too). The same rule serves HTTP and WebSocket.
 */
export function strictDocument(context: ValidationContext): { Document(document: DocumentNode): void } {
  return {
    Document(document) {
      const problem = documentProblem(document);
      if (problem) context.reportError(new GraphQLError(problem, { extensions: { code: "LIMIT_EXCEEDED" } }));
    },
  };
}

function documentProblem(document: DocumentNode): string | null {
  const fragments = new Map(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet]] : [])),
  ) as Map<string, SelectionSetNode>;
  let aliases = 0;
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > 1) return "Send one operation per document.";
  for (const definition of document.definitions) {
    if ("selectionSet" in definition && definition.selectionSet) aliases += countAliases(definition.selectionSet);
  }
  if (aliases > MAX_ALIASES) return `Use at most ${MAX_ALIASES} aliases.`;
  for (const operation of operations) {
    const roots = countRoots(operation.selectionSet, fragments, new Set());
    if (operation.operation !== "query" && roots > 1) return "Send one root field per mutation or subscription.";
    if (roots > MAX_ROOT_FIELDS) return `Ask for at most ${MAX_ROOT_FIELDS} root fields.`;
  }
  return null;
}

function countAliases(set: SelectionSetNode): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD && selection.alias) count += 1;
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet)
      count += countAliases(selection.selectionSet);
  }
  return count;
}

function countRoots(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
  seen: Set<string>,
): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += countRoots(selection.selectionSet, fragments, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) count += countRoots(fragment, fragments, seen);
    } else return Number.POSITIVE_INFINITY;
  }
  return count;
}
