import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { changeGroupMember } from "./change-group-member.flow.js";
import { allGroups, type CustomerGroupRow, groupById, membersOfGroups } from "./group.store.js";
import { saveCustomerGroup } from "./save-customer-group.flow.js";

@ObjectType({ description: "A customer of a group." })
class GroupMember {
  @Field(() => ID, { description: "Their account." })
  accountId: string;

  @Field(() => String, { description: "What they sign in with." })
  login: string;

  @Field(() => String, { description: "Their name." })
  displayName: string;
}

@ObjectType({ implements: Node, description: "Customers who have prices of their own." })
class CustomerGroup extends Node {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "What it is for." })
  note: string;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@InputType({ description: "A customer group to make or edit." })
class SaveCustomerGroupInput {
  @Field(() => ID, { nullable: true, description: "The group; without it a new one is made." })
  groupId?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you have seen; needed for an edit." })
  version?: number | null;

  @Field(() => String, { description: "Its name, at most 40 characters." })
  name: string;

  @Field(() => String, { description: "What it is for, at most 200 characters." })
  note: string;
}

@InputType({ description: "Who belongs to a group, or no longer." })
class ChangeGroupMemberInput {
  @Field(() => ID, { description: "The group." })
  groupId: string;

  @Field(() => String, { description: "The customer's login." })
  login: string;

  @Field(() => Boolean, { description: "Whether they belong to it from now on." })
  member: boolean;
}

@ObjectType({ description: "The group." })
class SaveCustomerGroupPayload extends Payload {
  @Field(() => CustomerGroup, { nullable: true, description: "As it is now." })
  group?: CustomerGroup | null;
}
@ObjectType({ description: "The group after it." })
class ChangeGroupMemberPayload extends Payload {
  @Field(() => CustomerGroup, { nullable: true, description: "As it is now." })
  group?: CustomerGroup | null;
}

@Resolver(() => CustomerGroup)
export class CustomerGroupResolver {
  @Allow(staffWith("pricing.read"))
  @Query(() => [CustomerGroup], { description: "Every customer group by its name." })
  customerGroups(@Ctx() { platform }: Context): Promise<CustomerGroup[]> {
    return allGroups(platform.database.read);
  }

  @Allow(staffWith("pricing.manage"))
  @Mutation(() => SaveCustomerGroupPayload, {
    description: "Makes or edits a customer group. Refuses VALIDATION, NOT_FOUND, STALE_VERSION.",
  })
  saveCustomerGroup(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") { groupId = null, version = null, ...input }: SaveCustomerGroupInput,
  ): Promise<SaveCustomerGroupPayload> {
    return settle(async () => {
      const id = await saveCustomerGroup(platform, viewer, { ...input, groupId, version });
      return { group: (await groupById(platform.database.read, id)) ?? null };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => ChangeGroupMemberPayload, {
    description: "Puts a customer in a group or takes them out. Refuses NOT_FOUND.",
  })
  changeGroupMember(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: ChangeGroupMemberInput,
  ): Promise<ChangeGroupMemberPayload> {
    return settle(async () => {
      await changeGroupMember(platform, viewer, input);
      return { group: (await groupById(platform.database.read, input.groupId)) ?? null };
    });
  }

  @FieldResolver(() => [GroupMember], { description: "Who belongs to it." })
  async members(@Parent() group: CustomerGroupRow, @Ctx() context: Context): Promise<GroupMember[]> {
    const { platform, loaders } = context;
    const members = loaders.byId(MEMBERS, (ids) => membersOfGroups(platform.database.read, ids));
    const accounts = await Promise.all(((await members.load(group.id)) ?? []).map((id) => loadAccount(context, id)));
    return accounts.flatMap((account) =>
      account ? [{ accountId: account.id, login: account.login, displayName: account.displayName }] : [],
    );
  }
}

const MEMBERS = Symbol("members of customer groups");
