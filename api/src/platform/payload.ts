import { type ClassType, Field, ID, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import type { Page } from "../kernel/page.js";
import { Refusal, type RefusalCode, refusalSentences } from "../kernel/refusal.js";

export const ErrorCode = Object.fromEntries(Object.keys(refusalSentences).map((code) => [code, code])) as {
  [Code in RefusalCode]: Code;
};
registerEnumType(ErrorCode, { name: "ErrorCode", description: "Everything a person may do wrong, as a closed list." });

@InterfaceType({
  description: "A thing with a life and an opaque, unguessable id.",
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;
}

@ObjectType({ description: "A refusal a person can act on: what was wrong, where, and in one sentence why." })
export class UserError {
  @Field(() => ErrorCode, { description: "Stable code for programs." })
  code: RefusalCode;

  @Field(() => String, { nullable: true, description: "Name of the input field at fault, if one is." })
  field: string | null;

  @Field(() => String, {
    description: "A sentence in English for developers; apps make their own words from the code.",
  })
  message: string;

  @Field(() => String, { nullable: true, description: "Values that explain the refusal, as a JSON object." })
  data: string | null;
}

@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: "Why it was refused; empty when it was done." })
  userErrors: UserError[];
}

/**
 * Runs a deed and shapes its payload: the result with no errors, or nothing but the refusal. Anything else is our
 * fault and goes on up to become an INTERNAL error.
 */
export async function settle<Result extends object>(
  deed: () => Promise<Result>,
): Promise<Result & { userErrors: UserError[] }> {
  try {
    return { ...(await deed()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { userErrors: [toUserError(error)] } as unknown as Result & { userErrors: UserError[] };
  }
}

export function toUserError(refusal: Refusal): UserError {
  const { field, ...data } = refusal.data;
  return {
    code: refusal.code,
    field: typeof field === "string" ? field : null,
    message: refusal.message,
    data: Object.keys(data).length > 0 ? JSON.stringify(data) : null,
  };
}

@ObjectType({ description: "Where a page of a list ends and whether more follows." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows." })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: "Pass as `after` to get the next page; null on an empty page." })
  endCursor: string | null;
}

/** Makes the connection type of a node type. Call once per node type, with the name of the node. */
export function connectionType<NodeType extends object>(name: string, node: () => ClassType<NodeType>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list and its place in it.` })
  class Edge {
    @Field(() => node(), { description: "The thing itself." })
    node: NodeType;

    @Field(() => String, { description: "Pass as `after` to get what follows this one." })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: "The things on this page with their places." })
    edges: Edge[];

    @Field(() => [node()], { description: "The things on this page, in order." })
    nodes: NodeType[];

    @Field(() => PageInfo, { description: "Where this page ends." })
    pageInfo: PageInfo;
  }
  return Connection;
}

export interface ConnectionOf<NodeType> {
  edges: { node: NodeType; cursor: string }[];
  nodes: NodeType[];
  pageInfo: PageInfo;
}

/** The page as a connection: of its rows as they are, or of what `view` makes of each. */
export function toConnection<Row>(page: Page<Row>): ConnectionOf<Row>;
export function toConnection<Row, NodeType>(page: Page<Row>, view: (row: Row) => NodeType): ConnectionOf<NodeType>;
export function toConnection(page: Page<unknown>, view?: (row: unknown) => unknown): ConnectionOf<unknown> {
  const nodes = view ? page.rows.map(view) : [...page.rows];
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: page.cursors[index] ?? "" })),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.cursors.at(-1) ?? null },
  };
}
