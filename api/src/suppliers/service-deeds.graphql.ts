import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { pauseService } from "./pause-service.flow.js";
import { proposeService } from "./propose-service.flow.js";
import { resumeService } from "./resume-service.flow.js";
import { MyService } from "./service.graphql.js";
import { ownServiceById } from "./service.store.js";
import { ServiceProposalInput, toProposal } from "./service-input.graphql.js";
import { withdrawService } from "./withdraw-service.flow.js";

@InputType({ description: "An item you can do, or other terms for one you do." })
class ProposeServiceInput extends ServiceProposalInput {
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

@InputType({ description: "Which of your proposals to take back." })
class WithdrawServiceInput {
  @Field(() => ID, { description: "One of yours." })
  serviceId: string;

  @Field(() => Int, { description: "The service's version you have seen." })
  version: number;
}

@ObjectType({ description: "The proposal." })
class ProposeServicePayload extends Payload {
  @Field(() => MyService, {
    nullable: true,
    description: "The proposal; sold once staff approve and its day has come.",
  })
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
class WithdrawServicePayload extends Payload {
  @Field(() => MyService, { nullable: true, description: "The service." })
  service?: MyService | null;
}

@Resolver()
export class ServiceDeedsResolver {
  @Allow(supplierMembers("OWNER"))
  @Mutation(() => ProposeServicePayload, { description: "Offers an item or other terms. Refuses VALIDATION." })
  proposeService(@Ctx() context: Context, @Arg("input") input: ProposeServiceInput): Promise<ProposeServicePayload> {
    return settle(async () => {
      const owner = context.viewer as SupplierMemberViewer;
      const deed = { proposal: toProposal(input), idempotencyKey: input.idempotencyKey };
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

  @Allow(supplierMembers("OWNER"))
  @Mutation(() => WithdrawServicePayload, {
    description:
      "Takes back a proposal, also an approved one whose day has not come. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  withdrawService(@Ctx() context: Context, @Arg("input") input: WithdrawServiceInput): Promise<WithdrawServicePayload> {
    return settle(async () => {
      await withdrawService(context.platform, context.viewer as SupplierMemberViewer, input);
      return { service: await readMine(context, input.serviceId) };
    });
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER", "FINANCE"))
  @Query(() => MyService, { nullable: true, description: "One revision of yours; null when there is none." })
  async myService(
    @Ctx() { platform, viewer }: Context,
    @Arg("id", () => ID, { description: "Of the revision." }) id: string,
  ): Promise<MyService | null> {
    const { supplierId } = viewer as SupplierMemberViewer;
    return (await ownServiceById(platform.database.read, supplierId, id)) ?? null;
  }
}

async function readMine({ platform, viewer }: Context, id: string): Promise<MyService> {
  const { supplierId } = viewer as SupplierMemberViewer;
  return found(await ownServiceById(platform.database.read, supplierId, id));
}
