import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { approveService } from "./approve-service.flow.js";
import { proposeServiceFor } from "./propose-service-for.flow.js";
import { rejectService } from "./reject-service.flow.js";
import { retireService } from "./retire-service.flow.js";
import { StaffService, StaffServiceConnection } from "./service.graphql.js";
import { proposedPage, serviceById } from "./service.store.js";
import { ServiceProposalInput, toProposal } from "./service-input.graphql.js";

@InputType({ description: "What a supplier can do, as staff propose it." })
class ProposeServiceForInput extends ServiceProposalInput {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which proposal to put in force." })
class ApproveServiceInput {
  @Field(() => ID, { description: "Of the proposal." })
  serviceId: string;

  @Field(() => Int, { description: "The proposal's version you have seen." })
  version: number;
}

@InputType({ description: "Which proposal to turn down and why." })
class RejectServiceInput {
  @Field(() => ID, { description: "Of the proposal." })
  serviceId: string;

  @Field(() => Int, { description: "The proposal's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier sees it." })
  reason: string;
}

@InputType({ description: "Which service to take out for good and why." })
class RetireServiceInput {
  @Field(() => ID, { description: "Of the revision in force." })
  serviceId: string;

  @Field(() => Int, { description: "The service's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; the supplier sees it." })
  reason: string;
}

@ObjectType({ description: "The service after it." })
class ApproveServicePayload extends Payload {
  @Field(() => StaffService, { nullable: true, description: "The service." })
  service?: StaffService | null;
}

@ObjectType({ description: "The service after it." })
class RejectServicePayload extends Payload {
  @Field(() => StaffService, { nullable: true, description: "The service." })
  service?: StaffService | null;
}

@ObjectType({ description: "The service after it." })
class RetireServicePayload extends Payload {
  @Field(() => StaffService, { nullable: true, description: "The service." })
  service?: StaffService | null;
}

@ObjectType({ description: "The proposal." })
class ProposeServiceForPayload extends Payload {
  @Field(() => StaffService, { nullable: true, description: "The proposal; sold once another of staff approves." })
  service?: StaffService | null;
}

@Resolver()
export class ServiceReviewResolver {
  @Allow(staffWith("suppliers.review"))
  @Query(() => StaffServiceConnection, { description: "Services that wait for approval, oldest first." })
  async proposedServices(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<StaffService>> {
    return toConnection(await proposedPage(platform.database.read, pageRequest(first, after)));
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => ApproveServicePayload, {
    description:
      "Approves a proposal: in force at once in place of the former revision, or on its day. Refuses FORBIDDEN for one's own, INVALID_STATE, STALE_VERSION, VALIDATION.",
  })
  approveService(@Ctx() context: Context, @Arg("input") input: ApproveServiceInput): Promise<ApproveServicePayload> {
    return settle(async () => {
      await approveService(context.platform, context.viewer, input);
      return { service: await read(context, input.serviceId) };
    });
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => RejectServicePayload, {
    description: "Turns a proposal down. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  rejectService(@Ctx() context: Context, @Arg("input") input: RejectServiceInput): Promise<RejectServicePayload> {
    return settle(async () => {
      await rejectService(context.platform, context.viewer, input);
      return { service: await read(context, input.serviceId) };
    });
  }

  @Allow(staffWith("suppliers.read"))
  @Query(() => StaffService, { nullable: true, description: "One revision; null when there is none." })
  async staffService(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the revision." }) id: string,
  ): Promise<StaffService | null> {
    return (await serviceById(platform.database.read, id)) ?? null;
  }

  @Allow(staffWith("suppliers.review"))
  @Mutation(() => RetireServicePayload, {
    description: "Takes a service out for good. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  retireService(@Ctx() context: Context, @Arg("input") input: RetireServiceInput): Promise<RetireServicePayload> {
    return settle(async () => {
      await retireService(context.platform, context.viewer, input);
      return { service: await read(context, input.serviceId) };
    });
  }

  @Allow(staffWith("suppliers.manage"))
  @Mutation(() => ProposeServiceForPayload, {
    description: "Proposes a service for a supplier. Refuses NOT_FOUND, VALIDATION, STALE_VERSION.",
  })
  proposeServiceFor(
    @Ctx() context: Context,
    @Arg("input") input: ProposeServiceForInput,
  ): Promise<ProposeServiceForPayload> {
    return settle(async () => {
      const { supplierId, idempotencyKey } = input;
      const deed = { supplierId, proposal: toProposal(input), idempotencyKey };
      const { serviceId } = await proposeServiceFor(context.platform, context.viewer, deed);
      return { service: await read(context, serviceId) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<StaffService> {
  return found(await serviceById(platform.database.read, id));
}
