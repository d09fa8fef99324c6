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
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { permissions as allPermissions, type Permission, type Staff } from "../platform/viewer.js";
import { changeStaffRoles } from "./change-staff-roles.flow.js";
import { disableStaff } from "./disable-staff.flow.js";
import { type AccountRow, accountsById, allRoles, type RoleRow, roleIdsOf, staffAccounts } from "./identity.store.js";
import { inviteStaff } from "./invite-staff.flow.js";
import { isAdministrators } from "./role.js";
import { saveRole } from "./save-role.flow.js";

@ObjectType({ implements: Node, description: "A named bundle of permissions." })
export class Role extends Node {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => [String], { description: "What its holders may do." })
  permissions: Permission[];

  @Field(() => Boolean, { description: "Whether it came with the platform." })
  builtIn: boolean;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@ObjectType({ implements: Node, description: "Somebody who works in the admin console." })
export class StaffMember extends Node {
  @Field(() => String, { description: "E-mail address they sign in with." })
  login: string;

  @Field(() => String, { description: "Their name." })
  displayName: string;

  @Field(() => Boolean, { description: "False once they are shut out." })
  active: boolean;

  @Field(() => Boolean, { description: "False until they have used their invitation." })
  hasPassword: boolean;

  @Field(() => DateTimeScalar, { description: "When the account was made." })
  createdAt: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@InputType({ description: "Whom to invite, with which roles." })
class InviteStaffInput {
  @Field(() => String, { description: "E-mail address." })
  login: string;

  @Field(() => String, { description: "Name." })
  displayName: string;

  @Field(() => [ID], { description: "Roles; none of them may hold more than you do." })
  roleIds: string[];
}

@InputType({ description: "Other roles for a staff member." })
class ChangeStaffRolesInput {
  @Field(() => ID, { description: "Whose roles." })
  staffId: string;

  @Field(() => [ID], { description: "All roles they hold from now on." })
  roleIds: string[];

  @Field(() => Int, { description: "The version you saw." })
  version: number;
}

@InputType({ description: "Whom to shut out." })
class DisableStaffInput {
  @Field(() => ID, { description: "Whom." })
  staffId: string;

  @Field(() => Int, { description: "The version you saw." })
  version: number;
}

@InputType({ description: "A role to make or edit." })
class SaveRoleInput {
  @Field(() => ID, { nullable: true, description: "The role to edit; null makes a new one." })
  id: string | null;

  @Field(() => Int, { nullable: true, description: "The version you saw; needed for an edit." })
  version: number | null;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => [String], { description: "Its permissions; none beyond your own." })
  permissions: string[];
}

@ObjectType({ description: "The invited member and the link, which is shown this once." })
class InviteStaffPayload extends Payload {
  @Field(() => StaffMember, { nullable: true, description: "The new member." })
  staffMember?: StaffMember | null;

  @Field(() => String, { nullable: true, description: "One-time link to set a password; also sent by e-mail." })
  link?: string | null;
}
@ObjectType({ description: "The changed member." })
class ChangeStaffRolesPayload extends Payload {
  @Field(() => StaffMember, { nullable: true, description: "The member as it is now." })
  staffMember?: StaffMember | null;
}
@ObjectType({ description: "The member who was shut out." })
class DisableStaffPayload extends Payload {
  @Field(() => StaffMember, { nullable: true, description: "The member as it is now." })
  staffMember?: StaffMember | null;
}
@ObjectType({ description: "The role as it is now." })
class SaveRolePayload extends Payload {
  @Field(() => Role, { nullable: true, description: "The role." })
  role?: Role | null;
}

@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => Boolean, {
    description: "False for the administrators' role, which always holds every permission.",
  })
  editable(@Parent() role: Role): boolean {
    return !isAdministrators(role);
  }
}

@Resolver(() => StaffMember)
export class StaffResolver {
  @FieldResolver(() => [Role], { description: "The roles they hold." })
  async roles(@Parent() member: StaffMember, @Ctx() { platform, loaders }: Context): Promise<Role[]> {
    const roleIds = loaders.byId(ROLES_OF, (ids) => roleIdsOf(platform.database.read, ids));
    const roles = loaders.byId(ROLES, async () => byId(await allRoles(platform.database.read)));
    const held = await roles.loadMany((await roleIds.load(member.id)) ?? []);
    return held.filter((role): role is RoleRow => role !== null && !(role instanceof Error));
  }

  @Allow(staffInPerson("staff.manage"))
  @Query(() => [StaffMember], { description: "Everybody who works in the admin console, oldest first." })
  async staff(@Ctx() { platform }: Context): Promise<StaffMember[]> {
    return (await staffAccounts(platform.database.read)).map(viewOf);
  }

  @Allow(staffInPerson("staff.manage"))
  @Query(() => [Role], { name: "roles", description: "Every role, those that came with the platform first." })
  allRoles(@Ctx() { platform }: Context): Promise<Role[]> {
    return allRoles(platform.database.read);
  }

  @Allow(staffInPerson("staff.manage"))
  @Query(() => [String], { description: "Every permission there is." })
  permissions(): string[] {
    return [...allPermissions];
  }

  @Allow(staffInPerson("staff.manage"))
  @Mutation(() => InviteStaffPayload, {
    description: "Invites somebody to the admin console. Refuses LOGIN_TAKEN, FORBIDDEN.",
  })
  inviteStaff(@Ctx() context: Context, @Arg("input") input: InviteStaffInput): Promise<InviteStaffPayload> {
    return settle(async () => {
      const origin = context.answer.originOf("admin");
      const { accountId, link } = await inviteStaff(context.platform, context.viewer as Staff, { ...input, origin });
      return { staffMember: await readMember(context, accountId), link };
    });
  }

  @Allow(staffInPerson("staff.manage"))
  @Mutation(() => ChangeStaffRolesPayload, {
    description: "Gives a member other roles. Refuses FORBIDDEN, LAST_ADMINISTRATOR.",
  })
  changeStaffRoles(
    @Ctx() context: Context,
    @Arg("input") input: ChangeStaffRolesInput,
  ): Promise<ChangeStaffRolesPayload> {
    return settle(async () => {
      await changeStaffRoles(context.platform, context.viewer as Staff, input);
      return { staffMember: await readMember(context, input.staffId) };
    });
  }

  @Allow(staffInPerson("staff.manage"))
  @Mutation(() => DisableStaffPayload, {
    description: "Shuts a member out at once. Refuses FORBIDDEN, LAST_ADMINISTRATOR.",
  })
  disableStaff(@Ctx() context: Context, @Arg("input") input: DisableStaffInput): Promise<DisableStaffPayload> {
    return settle(async () => {
      await disableStaff(context.platform, context.viewer as Staff, input);
      return { staffMember: await readMember(context, input.staffId) };
    });
  }

  @Allow(staffInPerson("staff.manage"))
  @Mutation(() => SaveRolePayload, { description: "Makes or edits a role. Refuses FORBIDDEN, LAST_ADMINISTRATOR." })
  saveRole(@Ctx() context: Context, @Arg("input") input: SaveRoleInput): Promise<SaveRolePayload> {
    return settle(async () => {
      const edit = { ...input, id: input.id ?? null, version: input.version ?? null };
      const id = await saveRole(context.platform, context.viewer as Staff, edit);
      return { role: (await allRoles(context.platform.database.read)).find((role) => role.id === id) ?? null };
    });
  }
}

const ROLES_OF = Symbol("role ids of staff");
const ROLES = Symbol("roles");

const byId = (rows: readonly RoleRow[]): Map<string, RoleRow> => new Map(rows.map((row) => [row.id, row]));

async function readMember({ platform }: Context, id: string): Promise<StaffMember | null> {
  const row = (await accountsById(platform.database.read, [id])).get(id);
  return row ? viewOf(row) : null;
}

function viewOf(row: AccountRow): StaffMember {
  const { id, login, displayName, active, createdAt, version } = row;
  return { id, login, displayName, active, createdAt, version, hasPassword: row.passwordHash !== null };
}
