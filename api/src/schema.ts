import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { guardSchema } from "./platform/policy.js";
import { resolvers } from "./resolvers.js";

/** The one schema, each root field behind its declared policy. Throws when a field has none. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...resolvers],
    // Domain rules refuse with codes of their own; a second validator would refuse with other words.
    validate: false,
    pubSub: NO_PUB_SUB,
  });
  return guardSchema(schema);
}

/** The text committed as api/schema.graphql. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;
}

/** Subscriptions read from `Live`, by their own `subscribe` functions; type-graphql only insists on having one. */
const NO_PUB_SUB = {
  publish(): void {
    throw new Error("Record a fact instead.");
  },
  subscribe(): never {
    throw new Error("Watch a stream instead.");
  },
};
