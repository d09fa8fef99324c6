import { IdentityResolver } from "./identity/identity.graphql.js";

/** Every edge class, in the order of the street: the table of contents of the API. */
export const resolvers = [IdentityResolver] as const;
