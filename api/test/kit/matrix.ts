import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { judge, policyOf } from "../../src/platform/policy.js";
import type { Viewer } from "../../src/platform/viewer.js";
import type { Actor } from "./actor.js";

/** Ids of one customer's order and one supplier's work, by the name of the field that takes them. */
export type Pool = Readonly<Record<string, string>>;

export interface Column {
  readonly title: string;
  readonly actor: Actor;
  readonly viewer: Viewer;
}

type Root = "query" | "mutation" | "subscription";
type Field = GraphQLField<unknown, unknown>;

/**
 * Calls every root field as every viewer, with the pool's ids and otherwise plausible inputs, a wrong version and
 * empty lists; a row per field, a column per viewer. What a viewer may not do at all is told by the top-level code,
 * what is not theirs by NOT_FOUND or null.
 */
export async function matrixOf(schema: GraphQLSchema, columns: readonly Column[], pool: Pool): Promise<string> {
  const lines = [
    `| field | ${columns.map((column) => column.title).join(" | ")} |`,
    `|---|${columns.map(() => "---").join("|")}|`,
  ];
  for (const [root, field] of rootFields(schema)) {
    const cells: string[] = [];
    for (const column of columns) cells.push(await outcome(root, field, column, pool));
    lines.push(`| ${root} ${field.name} | ${cells.join(" | ")} |`);
  }
  return `${lines.join("\n")}\n`;
}

function rootFields(schema: GraphQLSchema): [Root, Field][] {
  const of = (root: Root, fields: Readonly<Record<string, Field>> | undefined): [Root, Field][] =>
    Object.values(fields ?? {})
      // What ends the caller's own session comes last.
      .sort((a, b) => Number(a.name === "signOut") - Number(b.name === "signOut") || a.name.localeCompare(b.name))
      .map((field) => [root, field]);
  return [
    ...of("query", schema.getQueryType()?.getFields()),
    ...of("subscription", schema.getSubscriptionType()?.getFields()),
    ...of("mutation", schema.getMutationType()?.getFields()),
  ];
}

async function outcome(root: Root, field: Field, column: Column, pool: Pool): Promise<string> {
  if (root === "subscription") {
    const policy = policyOf(field);
    return policy ? lower(judge(policy, column.viewer)) : "NO POLICY";
  }
  const variables = Object.fromEntries(
    field.args.map((arg) => [arg.name, valueOf(arg.type, arg.name, { ...pool, ...ownIds(field.name, pool) })]),
  );
  const answer = await column.actor.send(documentOf(root, field), variables);
  const code = answer.errors?.[0]?.extensions?.code;
  if (code) return lower(code);
  const value = (answer.data as Record<string, unknown> | null)?.[field.name] as {
    userErrors?: { code: string }[];
  } | null;
  if (value === null || value === undefined) return "null";
  return value.userErrors?.[0] ? lower(value.userErrors[0].code) : "ok";
}

const lower = (code: string): string => code.toLowerCase().replaceAll("_", " ");

function documentOf(root: Root, field: Field): string {
  const names = field.args.map((arg: GraphQLArgument) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const type = getNamedType(field.type);
  const payload = isObjectType(type) && "userErrors" in type.getFields();
  const selection = isLeafType(type) ? "" : payload ? " { userErrors { code } }" : " { __typename }";
  return `${root}${names ? `(${names})` : ""} { ${field.name}${args ? `(${args})` : ""}${selection} }`;
}

/** Ids that only this field takes under a general name: `order.id` fills the argument `id` of `order`. */
function ownIds(field: string, pool: Pool): Pool {
  const own = Object.entries(pool).filter(([name]) => name.startsWith(`${field}.`));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(field.length + 1), value]));
}

let keys = 0;

function valueOf(type: GraphQLInputType, name: string, pool: Pool): unknown {
  if (!isNonNullType(type)) return pool[name] ?? null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isInputObjectType(inner)) {
    return Object.fromEntries(
      Object.values(inner.getFields()).map((field) => [field.name, valueOf(field.type, field.name, pool)]),
    );
  }
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  switch (inner.name) {
    case "ID":
      return pool[name] ?? "AAAAAAAAAAAAAAAAAAAAAA";
    case "Int":
      return 0;
    case "Float":
      return 1;
    case "Boolean":
      return false;
    case "Money":
      return "1";
    case "DateTime":
      return "2030-01-01T00:00:00.000Z";
    case "Date":
      return "2030-01-01";
    default:
      return textOf(name, pool);
  }
}

function textOf(name: string, pool: Pool): string {
  if (name === "login") return `matrix${(keys += 1)}@example.com`;
  if (name === "idempotencyKey") return `matrix-key-${(keys += 1)}`;
  return pool[name] ?? "理由";
}
