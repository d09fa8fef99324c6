import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest, toPage } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import {
  ApplicationStateEnum,
  applicationView,
  SupplierApplication,
  SupplierApplicationConnection,
} from "./application.graphql.js";
import type { ApplicationState } from "./application.js";
import { applicationById, applicationPage } from "./application.store.js";
import { approveSupplierApplication } from "./approve-supplier-application.flow.js";
import { rejectSupplierApplication } from "./reject-supplier-application.flow.js";
import { returnSupplierApplication } from "./return-supplier-application.flow.js";
import { loadStaffSupplier, StaffSupplier } from "./supplier.graphql.js";

@InputType({ description: "Which application needs more." })
class ReturnSupplierApplicationInput {
  @Field(() => ID, { description: "Of the application." })
  applicationId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;

  @Field(() => String, { description: "What is missing, at most 300 characters; the applicant gets it by letter." })
  reason: string;
}

@InputType({ description: "Which application to turn down." })
class RejectSupplierApplicationInput {
  @Field(() => ID, { description: "Of the application." })
  applicationId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the applicant gets it by letter." })
  reason: string;
}

@InputType({ description: "Which application becomes a supplier." })
class ApproveSupplierApplicationInput {
  @Field(() => ID, { description: "Of the application." })
  applicationId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The application after it." })
class ReturnSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;
}

@ObjectType({ description: "The application after it." })
class RejectSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;
}

@ObjectType({ description: "The application, the supplier it became and its owner's link." })
class ApproveSupplierApplicationPayload extends Payload {
  @Field(() => SupplierApplication, { nullable: true, description: "As it is now." })
  application?: SupplierApplication | null;

  @Field(() => StaffSupplier, { nullable: true, description: "The new supplier." })
  supplier?: StaffSupplier | null;

  @Field(() => String, { nullable: true, description: "Sets the owner's password; works once, within seven days." })
  invitationLink?: string | null;
}

/** What reviewers do. Drafts are the applicants' own: staff see an application from its first submission on. */
@Resolver()
export class ApplicationReviewResolver {
  @Allow(staffWith("suppliers.review"))
  @Query(() => SupplierApplicationConnection, { description: "Applications, newest first; never drafts." })
  async supplierApplications(
    @Ctx() { platform }: Context,
    @Arg("state", () => ApplicationStateEnum, { nullable: true, description: "Only these." })
    state?: ApplicationState | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<SupplierApplication>> {
    const request = pageRequest(first, after);
    const none = state === "DRAFT";
    const page = none
      ? toPage([], request, () => 0)
      : await applicationPage(platform.database.read, state ?? null, request);
    return toConnection(page, (row) => applicationView(row, false));
  }

  @Allow(staffWith("suppliers.review"))
  @Query(() => SupplierApplication, {
    nullable: true,
    description: "One submitted application; null when there is none.",
  })
  async staffSupplierApplication(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the application." }) id: string,
  ): Promise<SupplierApplication | null> {
    const row = await applicationById(platform.database.read, id);
    return row?.submittedAt ? applicationView(row, false) : null;
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => ReturnSupplierApplicationPayload, {
    description: "Asks the applicant for more. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  returnSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: ReturnSupplierApplicationInput,
  ): Promise<ReturnSupplierApplicationPayload> {
    return settle(async () => {
      await returnSupplierApplication(context.platform, context.viewer, input);
      return { application: await read(context, input.applicationId) };
    });
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => RejectSupplierApplicationPayload, {
    description: "Turns an application down for good. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  rejectSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: RejectSupplierApplicationInput,
  ): Promise<RejectSupplierApplicationPayload> {
    return settle(async () => {
      await rejectSupplierApplication(context.platform, context.viewer, input);
      return { application: await read(context, input.applicationId) };
    });
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => ApproveSupplierApplicationPayload, {
    description:
      "Makes the supplier, its owner's account and its services in force. Refuses USCC_TAKEN, LOGIN_TAKEN, INVALID_STATE, STALE_VERSION.",
  })
  approveSupplierApplication(
    @Ctx() context: Context,
    @Arg("input") input: ApproveSupplierApplicationInput,
  ): Promise<ApproveSupplierApplicationPayload> {
    return settle(async () => {
      const origin = context.answer.originOf("supplier");
      const approved = await approveSupplierApplication(context.platform, context.viewer, { ...input, origin });
      const application = await read(context, input.applicationId);
      const supplier = await loadStaffSupplier(context, approved.supplierId);
      return { application, supplier, invitationLink: approved.invitationLink };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<SupplierApplication> {
  return applicationView(found(await applicationById(platform.database.read, id)), false);
}
