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
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { holds } from "../platform/viewer.js";
import { enterSupplier } from "./enter-supplier.flow.js";
import { resumeSupplier } from "./resume-supplier.flow.js";
import { ApplicationServiceInput, toOffer } from "./service-input.graphql.js";
import { StaffSupplier, StaffSupplierConnection, SupplierStateEnum, staffSupplierView } from "./supplier.graphql.js";
import { type SupplierState, supplierLife } from "./supplier.js";
import { supplierById, supplierPage } from "./supplier.store.js";
import { suspendSupplier } from "./suspend-supplier.flow.js";
import { terminateSupplier } from "./terminate-supplier.flow.js";

@InputType({ description: "A supplier whose papers were checked elsewhere." })
class EnterSupplierInput {
  @Field(() => String, { description: "Name of the company, 2 to 60 characters." })
  organisation: string;

  @Field(() => String, { description: "Unified social credit code, with a fitting check character." })
  uscc: string;

  @Field(() => String, { description: "Whom to ask for; becomes the owner of the work account." })
  contactName: string;

  @Field(() => String, { description: "Phone." })
  contactPhone: string;

  @Field(() => String, { description: "E-mail address; becomes the owner's login." })
  contactEmail: string;

  @Field(() => String, { description: "What it says of itself, at most 2,000 characters." })
  introduction: string;

  @Field(() => [String], { description: "Codes of the regions where it works." })
  regions: string[];

  @Field(() => [ApplicationServiceInput], { description: "What it can do, at which prices; in force at once." })
  services: ApplicationServiceInput[];

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Whom to suspend and why." })
class SuspendSupplierInput {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;

  @Field(() => Int, { description: "The supplier's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier sees it." })
  reason: string;
}

@InputType({ description: "Whose suspension to end and why." })
class ResumeSupplierInput {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;

  @Field(() => Int, { description: "The supplier's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;
}

@InputType({ description: "With whom to end the cooperation and why." })
class TerminateSupplierInput {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;

  @Field(() => Int, { description: "The supplier's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier sees it." })
  reason: string;
}

@ObjectType({ description: "The new supplier and its owner's link." })
class EnterSupplierPayload extends Payload {
  @Field(() => StaffSupplier, { nullable: true, description: "The new supplier." })
  supplier?: StaffSupplier | null;

  @Field(() => String, { nullable: true, description: "Sets the owner's password; works once, within seven days." })
  invitationLink?: string | null;
}

@ObjectType({ description: "The supplier after it." })
class SuspendSupplierPayload extends Payload {
  @Field(() => StaffSupplier, { nullable: true, description: "The supplier." })
  supplier?: StaffSupplier | null;
}

@ObjectType({ description: "The supplier after it." })
class ResumeSupplierPayload extends Payload {
  @Field(() => StaffSupplier, { nullable: true, description: "The supplier." })
  supplier?: StaffSupplier | null;
}

@ObjectType({ description: "The supplier after it." })
class TerminateSupplierPayload extends Payload {
  @Field(() => StaffSupplier, { nullable: true, description: "The supplier." })
  supplier?: StaffSupplier | null;
}

@Resolver(() => StaffSupplier)
export class StaffSupplierResolver {
  @FieldResolver(() => [String], { description: "What you may do with it now: SUSPEND, RESUME, TERMINATE." })
  availableActions(@Parent() supplier: StaffSupplier, @Ctx() { viewer }: Context): string[] {
    if (!holds(viewer, "suppliers.manage")) return [];
    return supplierLife.verbs(supplier.state).filter((verb) => ["SUSPEND", "RESUME", "TERMINATE"].includes(verb));
  }

  @Allow(staffWith("suppliers.read"))
  @Query(() => StaffSupplierConnection, { description: "Suppliers, newest first." })
  async staffSuppliers(
    @Ctx() { platform }: Context,
    @Arg("state", () => SupplierStateEnum, { nullable: true, description: "Only these." }) state?: SupplierState | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the name, number or company code." })
    search?: string | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<StaffSupplier>> {
    const filter = { state: state ?? null, search: search?.trim() || null };
    return toConnection(
      await supplierPage(platform.database.read, filter, pageRequest(first, after)),
      staffSupplierView,
    );
  }

  @Allow(staffWith("suppliers.read"))
  @Query(() => StaffSupplier, { nullable: true, description: "One supplier; null when there is none." })
  async staffSupplier(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the supplier." }) id: string,
  ): Promise<StaffSupplier | null> {
    const row = await supplierById(platform.database.read, id);
    return row ? staffSupplierView(row) : null;
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => EnterSupplierPayload, {
    description: "Types a supplier in. Refuses VALIDATION, SERVICES_MISSING, USCC_TAKEN, LOGIN_TAKEN.",
  })
  enterSupplier(@Ctx() context: Context, @Arg("input") input: EnterSupplierInput): Promise<EnterSupplierPayload> {
    return settle(async () => {
      const { idempotencyKey, services, ...rest } = input;
      const details = { ...rest, services: services.map(toOffer) };
      const origin = context.answer.originOf("supplier");
      const entered = await enterSupplier(context.platform, context.viewer, { details, idempotencyKey, origin });
      return { supplier: await read(context, entered.supplierId), invitationLink: entered.invitationLink };
    });
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => SuspendSupplierPayload, {
    description: "Stops selling a supplier's services. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  suspendSupplier(@Ctx() context: Context, @Arg("input") input: SuspendSupplierInput): Promise<SuspendSupplierPayload> {
    return settle(async () => {
      await suspendSupplier(context.platform, context.viewer, input);
      return { supplier: await read(context, input.supplierId) };
    });
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => ResumeSupplierPayload, {
    description: "Ends a suspension. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  resumeSupplier(@Ctx() context: Context, @Arg("input") input: ResumeSupplierInput): Promise<ResumeSupplierPayload> {
    return settle(async () => {
      await resumeSupplier(context.platform, context.viewer, input);
      return { supplier: await read(context, input.supplierId) };
    });
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => TerminateSupplierPayload, {
    description:
      "Ends the cooperation for good. Refuses SUPPLIER_HAS_OPEN with what is open, REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  terminateSupplier(
    @Ctx() context: Context,
    @Arg("input") input: TerminateSupplierInput,
  ): Promise<TerminateSupplierPayload> {
    return settle(async () => {
      await terminateSupplier(context.platform, context.viewer, input);
      return { supplier: await read(context, input.supplierId) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<StaffSupplier> {
  return staffSupplierView(found(await supplierById(platform.database.read, id)));
}
