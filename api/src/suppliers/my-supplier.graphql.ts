import { Arg, Ctx, Field, FieldResolver, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { Me } from "../identity/identity.graphql.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import type { SupplierMemberViewer, SupplierRole } from "../platform/viewer.js";
import { loadMembers, SupplierMember, SupplierRoleEnum } from "./member.graphql.js";
import { pauseSupplier } from "./pause-supplier.flow.js";
import { regionOf } from "./region.js";
import { loadSupplierRow, Rating, Region, SupplierStateEnum } from "./supplier.graphql.js";
import { averages, type SupplierState, supplierLife } from "./supplier.js";
import { membersByAccount, type SupplierMemberRow, type SupplierRow, supplierById } from "./supplier.store.js";
import { unpauseSupplier } from "./unpause-supplier.flow.js";

@ObjectType({ implements: Node, description: "A supplier as its own people see it." })
export class MySupplier extends Node {
  /** The role of who asks: prices are not for workers, and the team is not for all. */
  readonly role: SupplierRole;

  @Field(() => String, { description: "Its number, for people." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => SupplierStateEnum, { description: "Whether its services are sold." })
  state: SupplierState;

  @Field(() => String, { nullable: true, description: "Why the platform suspended it." })
  reason: string | null;

  @Field(() => String, { description: "What it says of itself." })
  introduction: string;

  @Field(() => [Region], { description: "Where it works." })
  regions: Region[];

  @Field(() => Rating, { description: "What customers think of its work." })
  rating: Rating;

  @Field(() => Int, { description: "How many pieces of its work customers have accepted." })
  completedCount: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its own pause begins or began." })
  pauseFrom: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its own pause ends by itself." })
  pauseTo: number | null;

  @Field(() => String, { nullable: true, description: "Why it pauses." })
  pauseNote: string | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@InputType({ description: "When to pause. Without a beginning it is at once." })
class PauseSupplierInput {
  @Field(() => Int, { description: "The supplier's version you have seen." })
  version: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when, at most a year ahead; null is now." })
  from?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when; null until you take orders again." })
  to?: number | null;

  @Field(() => String, { nullable: true, description: "Why, at most 300 characters; staff see it." })
  note?: string | null;
}

@InputType({ description: "The supplier's version you have seen." })
class UnpauseSupplierInput {
  @Field(() => Int, { description: "The supplier's version you have seen." })
  version: number;
}

@ObjectType({ description: "The supplier after it." })
class PauseSupplierPayload extends Payload {
  @Field(() => MySupplier, { nullable: true, description: "Your supplier." })
  supplier?: MySupplier | null;
}

@ObjectType({ description: "The supplier after it." })
class UnpauseSupplierPayload extends Payload {
  @Field(() => MySupplier, { nullable: true, description: "Your supplier." })
  supplier?: MySupplier | null;
}

const MEMBERSHIPS = Symbol("memberships");

function loadMembership({ platform, loaders }: Context, accountId: string): Promise<SupplierMemberRow | null> {
  return loaders.byId(MEMBERSHIPS, (ids) => membersByAccount(platform.database.read, ids)).load(accountId);
}

const mySupplierView = (row: SupplierRow, role: SupplierRole): MySupplier => ({
  ...row,
  role,
  regions: row.regions.map(regionOf),
  rating: averages(row),
});

/** `Me` is only ever the viewer's own account, so these are the viewer's own supplier and role. */
@Resolver(() => Me)
export class MySupplierOfMeResolver {
  @FieldResolver(() => MySupplier, { nullable: true, description: "The supplier you work for; null for others." })
  async supplier(@Parent() me: Me, @Ctx() context: Context): Promise<MySupplier | null> {
    const member = await loadMembership(context, me.id);
    const row = member && (await loadSupplierRow(context, member.supplierId));
    return member && row && mySupplierView(row, member.role);
  }

  @FieldResolver(() => SupplierRoleEnum, { nullable: true, description: "What you may do there; null for others." })
  async role(@Parent() me: Me, @Ctx() context: Context): Promise<SupplierRole | null> {
    return (await loadMembership(context, me.id))?.role ?? null;
  }
}

@Resolver(() => MySupplier)
export class MySupplierResolver {
  @FieldResolver(() => [SupplierMember], {
    description: "Who works there, in the order they came; empty for a WORKER and for FINANCE.",
  })
  async members(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<SupplierMember[]> {
    return ["OWNER", "DISPATCHER"].includes(supplier.role) ? loadMembers(context, supplier.id) : [];
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: PAUSE, UNPAUSE." })
  availableActions(@Parent() supplier: MySupplier): string[] {
    if (supplier.role !== "OWNER") return [];
    const planned = supplier.state === "ACTIVE" && supplier.pauseFrom !== null;
    const verbs = supplierLife.verbs(supplier.state).filter((verb) => verb === "PAUSE" || verb === "UNPAUSE");
    return planned ? [...verbs, "UNPAUSE"] : verbs;
  }

  @Allow(supplierMembers("OWNER"))
  @Mutation(() => PauseSupplierPayload, {
    description:
      "Stops taking new orders for a while, now or from a day to come. Refuses INVALID_STATE, STALE_VERSION, VALIDATION.",
  })
  pauseSupplier(@Ctx() context: Context, @Arg("input") input: PauseSupplierInput): Promise<PauseSupplierPayload> {
    return settle(async () => {
      const { version, from = null, to = null, note = null } = input;
      await pauseSupplier(context.platform, context.viewer as SupplierMemberViewer, { version, from, to, note });
      return { supplier: await readMine(context) };
    });
  }

  @Allow(supplierMembers("OWNER"))
  @Mutation(() => UnpauseSupplierPayload, {
    description: "Takes new orders again, or drops a planned pause. Refuses INVALID_STATE, STALE_VERSION.",
  })
  unpauseSupplier(@Ctx() context: Context, @Arg("input") input: UnpauseSupplierInput): Promise<UnpauseSupplierPayload> {
    return settle(async () => {
      await unpauseSupplier(context.platform, context.viewer as SupplierMemberViewer, input);
      return { supplier: await readMine(context) };
    });
  }
}

/** The viewer's own supplier as it is now; the caller has checked that a member asks. */
export async function readMine({ platform, viewer }: Context): Promise<MySupplier> {
  const { supplierId, role } = viewer as SupplierMemberViewer;
  return mySupplierView(found(await supplierById(platform.database.read, supplierId)), role);
}
