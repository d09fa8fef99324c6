import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import type { Permission, Staff } from "../platform/viewer.js";
import { apiKeyById, apiKeys } from "./api-key.store.js";
import { createApiKey } from "./create-api-key.flow.js";
import { revokeApiKey } from "./revoke-api-key.flow.js";
import { apiKeyScopes } from "./role.js";

@ObjectType({
  implements: Node,
  description: "A third party's key. Its secret was shown once and can't be read again.",
})
export class ApiKey extends Node {
  @Field(() => String, { description: "Who or what uses it." })
  name: string;

  @Field(() => String, { description: "Its beginning, to recognise it in lists and logs; no secret." })
  prefix: string;

  @Field(() => [String], { description: "What its holder may do." })
  scopes: Permission[];

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt: number;

  @Field(() => DateTimeScalar, { description: "When it stops working." })
  expiresAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last used, to the minute." })
  lastUsedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was revoked." })
  revokedAt: number | null;
}

@InputType({ description: "A key to make." })
class CreateApiKeyInput {
  @Field(() => String, { description: "Who or what will use it." })
  name: string;

  @Field(() => [String], { description: "Some of apiKeyScopes, none beyond your own permissions." })
  scopes: string[];

  @Field(() => DateTimeScalar, { description: "When it stops working, at most a year from now." })
  expiresAt: number;
}

@InputType({ description: "The key to end." })
class RevokeApiKeyInput {
  @Field(() => ID, { description: "Which key." })
  apiKeyId: string;
}

@ObjectType({ description: "The key and its secret, which is shown this once." })
class CreateApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: "The key." })
  apiKey?: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: "Send it as `Authorization: Bearer …`. It can't be shown again.",
  })
  secret?: string | null;
}
@ObjectType({ description: "The ended key." })
class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: "The key as it is now." })
  apiKey?: ApiKey | null;
}

@Resolver()
export class ApiKeyResolver {
  @Allow(staffInPerson("keys.manage"))
  @Query(() => [ApiKey], { description: "Third parties' keys, newest first." })
  apiKeys(@Ctx() { platform }: Context): Promise<ApiKey[]> {
    return apiKeys(platform.database.read);
  }

  @Allow(staffInPerson("keys.manage"))
  @Query(() => [String], { description: "What an API key can be allowed at all." })
  apiKeyScopes(): string[] {
    return [...apiKeyScopes];
  }

  @Allow(staffInPerson("keys.manage"))
  @Mutation(() => CreateApiKeyPayload, {
    description: "Makes a key and shows its secret once. Refuses FORBIDDEN, VALIDATION.",
  })
  createApiKey(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    return settle(async () => {
      const { apiKeyId, secret } = await createApiKey(platform, viewer as Staff, input);
      return { apiKey: found(await apiKeyById(platform.database.read, apiKeyId)), secret };
    });
  }

  @Allow(staffInPerson("keys.manage"))
  @Mutation(() => RevokeApiKeyPayload, { description: "Ends a key at once. Refuses NOT_FOUND, INVALID_STATE." })
  revokeApiKey(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: RevokeApiKeyInput,
  ): Promise<RevokeApiKeyPayload> {
    return settle(async () => {
      await revokeApiKey(platform, viewer as Staff, input.apiKeyId);
      return { apiKey: found(await apiKeyById(platform.database.read, input.apiKeyId)) };
    });
  }
}
