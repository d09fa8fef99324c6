import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { PolicyChange } from "../platform/policies.graphql.js";
import { loadAccount } from "./account.graphql.js";

@Resolver(() => PolicyChange)
export class PolicyChangeResolver {
  @FieldResolver(() => String, { nullable: true, description: "Name of who changed it; null for the platform itself." })
  async by(@Parent() { actorId }: PolicyChange, @Ctx() context: Context): Promise<string | null> {
    return actorId === null ? null : ((await loadAccount(context, actorId))?.displayName ?? null);
  }
}
