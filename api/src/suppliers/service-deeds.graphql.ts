import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { approveService } from "./approve-service.flow.js";
import { pauseService } from "./pause-service.flow.js";
import { proposeService } from "./propose-service.flow.js";
import { rejectService } from "./reject-service.flow.js";
import { resumeService } from "./resume-service.flow.js";
import { MyService, StaffService, StaffServiceConnection } from "./service.graphql.js";
import { ownServiceById, proposedPage, serviceById } from "./service.store.js";
import { ApplicationServiceInput, toOffer } from "./service-input.graphql.js";

@InputType({ description: "An item you can do, or other prices for one you do." })
class ProposeServiceInput extends ApplicationServiceInput {
  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Which service to take out of the shop." })
class PauseServiceInput {
  @Field(() => ID, { description: "One of yours." })
  serviceId: string;

  @Field(() => Int, { description: "The service's version you have seen." })
  version: number;
}

@InputType({ description: "Which service to bring back." })
class ResumeServiceInput {
  @Field(() => ID, { description: "One of yours." })
  serviceId: string;

  @Field(() => Int, { description: "The service's version you have seen." })
  version: number;
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

@ObjectType({ description: "The proposal." })
class ProposeServicePayload extends Payload {
  @Field(() => MyService, { nullable: true, description: "The proposal; sold once staff approve." })
  service?: MyService | null;
}

@ObjectType({ description: "The service after it." })
class PauseServicePayload extends Payload {
  @Field(() => MyService, { nullable: true, description: "The service." })
  service?: MyService | null;
}

@ObjectType({ description: "The service after it." })
class ResumeServicePayload extends Payload {
  @Field(() => MyService, { nullable: true, description: "The service." })
  service?: MyService | null;
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

@Resolver()
export class ServiceDeedsResolver {
  @Allow(supplierMembers("OWNER"))
  @Mutation(() => ProposeServicePayload, { description: "Offers an item or other prices. Refuses VALIDATION." })
  proposeService(@Ctx() context: Context, @Arg("input") input: ProposeServiceInput): Promise<ProposeServicePayload> {
    return settle(async () => {
      const owner = context.viewer as SupplierMemberViewer;
      const deed = { offer: toOffer(input), idempotencyKey: input.idempotencyKey };
      const { serviceId } = await proposeService(context.platform, owner, deed);
      return { service: await readMine(context, serviceId) };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Mutation(() => PauseServicePayload, {
    description: "Takes a service out of the shop for a while. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  pauseService(@Ctx() context: Context, @Arg("input") input: PauseServiceInput): Promise<PauseServicePayload> {
    return settle(async () => {
      await pauseService(context.platform, context.viewer as SupplierMemberViewer, input);
      return { service: await readMine(context, input.serviceId) };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Mutation(() => ResumeServicePayload, {
    description: "Brings a paused service back. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  resumeService(@Ctx() context: Context, @Arg("input") input: ResumeServiceInput): Promise<ResumeServicePayload> {
    return settle(async () => {
      await resumeService(context.platform, context.viewer as SupplierMemberViewer, input);
      return { service: await readMine(context, input.serviceId) };
    });
  }

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
    description: "Puts a proposal in force in place of the former revision. Refuses INVALID_STATE, STALE_VERSION.",
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
}

async function readMine({ platform, viewer }: Context, id: string): Promise<MyService> {
  const { supplierId } = viewer as SupplierMemberViewer;
  return found(await ownServiceById(platform.database.read, supplierId, id));
}

async function read({ platform }: Context, id: string): Promise<StaffService> {
  return found(await serviceById(platform.database.read, id));
}
