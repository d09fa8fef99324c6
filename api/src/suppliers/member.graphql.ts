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
  Resolver,
  registerEnumType,
} from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { type SupplierMemberViewer, type SupplierRole, supplierRoles } from "../platform/viewer.js";
import { inviteColleague } from "./invite-colleague.flow.js";
import { removeColleague } from "./remove-colleague.flow.js";
import { StaffSupplier } from "./supplier.graphql.js";
import { memberOf, membersOf } from "./supplier.store.js";

export const SupplierRoleEnum = enumOf(supplierRoles);
registerEnumType(SupplierRoleEnum, {
  name: "SupplierRole",
  description:
    "OWNER may do all and invite; DISPATCHER takes work and posts progress; WORKER posts progress; FINANCE reads.",
});

@ObjectType({ implements: Node, description: "Somebody who works for a supplier." })
export class SupplierMember extends Node {
  readonly accountId: string;

  @Field(() => SupplierRoleEnum, { description: "What they may do." })
  role: SupplierRole;

  @Field(() => Boolean, { description: "False once they are shut out." })
  active: boolean;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

const MEMBERS = Symbol("members");

/** A supplier's active members in the order they came, in one statement for all suppliers a request asks for. */
export async function loadMembers({ platform, loaders }: Context, supplierId: string): Promise<SupplierMember[]> {
  const rows = await loaders.byId(MEMBERS, (ids) => membersOf(platform.database.read, ids)).load(supplierId);
  return rows ?? [];
}

@InputType({ description: "Whom to bring in, as what." })
class InviteColleagueInput {
  @Field(() => String, { description: "E-mail address; it becomes the login." })
  login: string;

  @Field(() => String, { description: "Name, at most 50 characters." })
  displayName: string;

  @Field(() => SupplierRoleEnum, { description: "What they may do." })
  role: SupplierRole;
}

@InputType({ description: "Whom to shut out." })
class RemoveColleagueInput {
  @Field(() => ID, { description: "A member of your supplier." })
  memberId: string;

  @Field(() => Int, { description: "The member's version you have seen." })
  version: number;
}

@ObjectType({ description: "The new colleague and their link." })
class InviteColleaguePayload extends Payload {
  @Field(() => SupplierMember, { nullable: true, description: "The new colleague." })
  member?: SupplierMember | null;

  @Field(() => String, {
    nullable: true,
    description: "Sets their password; works once, within seven days, shown now only.",
  })
  link?: string | null;
}

@ObjectType({ description: "The colleague who was shut out." })
class RemoveColleaguePayload extends Payload {
  @Field(() => SupplierMember, { nullable: true, description: "As they are now." })
  member?: SupplierMember | null;
}

@Resolver(() => SupplierMember)
export class SupplierMemberResolver {
  @FieldResolver(() => String, { description: "E-mail address they sign in with." })
  async login(@Parent() member: SupplierMember, @Ctx() context: Context): Promise<string> {
    return (await loadAccount(context, member.accountId))?.login ?? "";
  }

  @FieldResolver(() => String, { description: "Their name." })
  async displayName(@Parent() member: SupplierMember, @Ctx() context: Context): Promise<string> {
    return (await loadAccount(context, member.accountId))?.displayName ?? "";
  }

  @FieldResolver(() => Boolean, { description: "False until they have used their invitation." })
  async hasPassword(@Parent() member: SupplierMember, @Ctx() context: Context): Promise<boolean> {
    return (await loadAccount(context, member.accountId))?.passwordHash != null;
  }

  @Allow(supplierMembers("OWNER"))
  @Mutation(() => InviteColleaguePayload, { description: "Brings a colleague in. Refuses LOGIN_TAKEN, VALIDATION." })
  inviteColleague(
    @Ctx() { platform, viewer, answer }: Context,
    @Arg("input") input: InviteColleagueInput,
  ): Promise<InviteColleaguePayload> {
    return settle(async () => {
      const owner = viewer as SupplierMemberViewer;
      const invited = await inviteColleague(platform, owner, { ...input, origin: answer.originOf("supplier") });
      return { member: await memberOf(platform.database.read, owner.supplierId, invited.memberId), link: invited.link };
    });
  }

  @Allow(supplierMembers("OWNER"))
  @Mutation(() => RemoveColleaguePayload, {
    description: "Shuts a colleague out and ends their sessions. Refuses LAST_OWNER, NOT_FOUND, STALE_VERSION.",
  })
  removeColleague(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: RemoveColleagueInput,
  ): Promise<RemoveColleaguePayload> {
    return settle(async () => {
      const owner = viewer as SupplierMemberViewer;
      await removeColleague(platform, owner, input);
      return { member: await memberOf(platform.database.read, owner.supplierId, input.memberId) };
    });
  }
}

@Resolver(() => StaffSupplier)
export class StaffSupplierMembersResolver {
  @FieldResolver(() => [SupplierMember], { description: "Who works there, in the order they came." })
  members(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<SupplierMember[]> {
    return loadMembers(context, supplier.id);
  }
}
