import { ApiKeyResolver } from "./identity/api-key.graphql.js";
import { IdentityResolver } from "./identity/identity.graphql.js";
import { StaffResolver } from "./identity/staff.graphql.js";
import { DeadLetterResolver } from "./platform/dead-letter.graphql.js";
import { SettingResolver } from "./platform/setting.graphql.js";

/** Every edge class, in the order of the street: the table of contents of the API. */
export const resolvers = [
  SettingResolver,
  DeadLetterResolver,
  IdentityResolver,
  StaffResolver,
  ApiKeyResolver,
] as const;
