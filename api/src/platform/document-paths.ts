import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** With fragments spelt out; the largest page of ours selects a few hundred. */
const MAX_SELECTIONS = 3_000;

/**
 * No way through a document takes the same field twice: supplier → services → supplier → services grows with every turn
 * to the power of the list, while depth and aliases stay small. Nothing a page shows needs the second turn.
 */
export function noWayBack(context: ValidationContext): { Document(document: DocumentNode): void } {
  return {
    Document(document) {
      const problem = new Walk(context.getSchema(), document).problem();
      if (problem) context.reportError(new GraphQLError(problem, { extensions: { code: "LIMIT_EXCEEDED" } }));
    },
  };
}

class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The fields with a selection of their own, and the fragments, between the root and here. */
  private readonly way = new Set<string>();
  private left = MAX_SELECTIONS;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  problem(): string | null {
    for (const definition of this.document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const problem = this.inSet(definition.selectionSet, this.rootOf(definition));
      if (problem) return problem;
    }
    return null;
  }

  private rootOf({ operation }: OperationDefinitionNode): GraphQLNamedType | undefined {
    return this.schema.getRootType(operation) ?? undefined;
  }

  private inSet(set: SelectionSetNode, parent: GraphQLNamedType | undefined): string | null {
    for (const selection of set.selections) {
      this.left -= 1;
      if (this.left < 0) return `Ask for at most ${MAX_SELECTIONS} fields.`;
      const problem = this.inSelection(selection, parent);
      if (problem) return problem;
    }
    return null;
  }

  private inSelection(selection: SelectionNode, parent: GraphQLNamedType | undefined): string | null {
    if (selection.kind === Kind.FIELD) return this.inField(selection, parent);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value;
      return this.inSet(selection.selectionSet, on === undefined ? parent : this.schema.getType(on));
    }
    const name = selection.name.value;
    const fragment = this.fragments.get(name);
    // A fragment within itself, and one that does not exist, are refused by rules of GraphQL's own.
    if (!fragment || this.way.has(`...${name}`)) return null;
    const type = this.schema.getType(fragment.typeCondition.name.value);
    return this.along(`...${name}`, () => this.inSet(fragment.selectionSet, type));
  }

  private inField({ name, selectionSet }: FieldNode, parent: GraphQLNamedType | undefined): string | null {
    if (!selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return null;
    const field = parent.getFields()[name.value];
    if (!field) return null;
    const step = `${parent.name}.${field.name}`;
    if (this.way.has(step)) return "Don't ask for the same field again below itself.";
    return this.along(step, () => this.inSet(selectionSet, getNamedType(field.type)));
  }

  private along(step: string, look: () => string | null): string | null {
    this.way.add(step);
    const problem = look();
    this.way.delete(step);
    return problem;
  }
}
