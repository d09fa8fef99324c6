import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { acceptOffer } from "./accept-offer.flow.js";
import { answeringRoles, workingRoles } from "./actions.js";
import { declineOffer } from "./decline-offer.flow.js";
import { deliverWork } from "./deliver-work.flow.js";
import { postProgress } from "./post-progress.flow.js";
import { type ProgressReportRow, reportById } from "./report.store.js";
import { startWork } from "./start-work.flow.js";
import { readSupplierTicket } from "./supplier-reads.graphql.js";
import { SupplierTicket } from "./supplier-ticket.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";
import { ProgressReport } from "./ticket-parts.graphql.js";

@InputType({ description: "The offer to take." })
class AcceptOfferInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => ID, { description: "Of the offer." })
  attemptId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "The offer to turn down." })
class DeclineOfferInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => ID, { description: "Of the offer." })
  attemptId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; staff read it." })
  reason: string;
}

@InputType({ description: "The work to begin." })
class StartWorkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;
}

@InputType({ description: "What there is to tell of the work." })
class PostProgressInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => String, { nullable: true, description: "Code of the milestone that is reached; null for a note." })
  milestoneCode?: string | null;

  @Field(() => String, { description: "At most 1,000 characters; a milestone may do without." })
  text: string;

  @Field(() => [ID], { description: "Photos uploaded for PROGRESS, nine at most." })
  photoFileIds: string[];

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "The work that is done." })
class DeliverWorkInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;
}

@ObjectType()
abstract class SupplierTicketPayload extends Payload {
  @Field(() => SupplierTicket, { nullable: true, description: "The ticket after it." })
  ticket?: SupplierTicketView | null;
}

@ObjectType({ description: "The ticket, now yours." })
class AcceptOfferPayload extends SupplierTicketPayload {}
@ObjectType({ description: "What is left to see of the ticket." })
class DeclineOfferPayload extends SupplierTicketPayload {}
@ObjectType({ description: "The ticket in work." })
class StartWorkPayload extends SupplierTicketPayload {}
@ObjectType({ description: "The report and its ticket." })
class PostProgressPayload extends SupplierTicketPayload {
  @Field(() => ProgressReport, { nullable: true, description: "The report." })
  report?: ProgressReportRow | null;
}
@ObjectType({ description: "The ticket, delivered." })
class DeliverWorkPayload extends SupplierTicketPayload {}

@Resolver()
export class SupplierWorkResolver {
  @Allow(supplierMembers(...answeringRoles))
  @Mutation(() => AcceptOfferPayload, {
    description: "Takes an offered ticket. Refuses NOT_FOUND, OFFER_ENDED, STALE_VERSION, SUPPLIER_NOT_ELIGIBLE.",
  })
  acceptOffer(@Ctx() context: Context, @Arg("input") input: AcceptOfferInput): Promise<AcceptOfferPayload> {
    return settle(async () => {
      await acceptOffer(context.platform, context.viewer, input);
      return { ticket: await readSupplierTicket(context, input.ticketId) };
    });
  }

  @Allow(supplierMembers(...answeringRoles))
  @Mutation(() => DeclineOfferPayload, {
    description: "Turns an offered ticket down. Refuses NOT_FOUND, OFFER_ENDED, STALE_VERSION, REASON_REQUIRED.",
  })
  declineOffer(@Ctx() context: Context, @Arg("input") input: DeclineOfferInput): Promise<DeclineOfferPayload> {
    return settle(async () => {
      await declineOffer(context.platform, context.viewer, input);
      return { ticket: await readSupplierTicket(context, input.ticketId) };
    });
  }

  @Allow(supplierMembers(...workingRoles))
  @Mutation(() => StartWorkPayload, {
    description: "Begins the work, or takes it up again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  startWork(@Ctx() context: Context, @Arg("input") input: StartWorkInput): Promise<StartWorkPayload> {
    return settle(async () => {
      await startWork(context.platform, context.viewer, input);
      return { ticket: await readSupplierTicket(context, input.ticketId) };
    });
  }

  @Allow(supplierMembers(...workingRoles))
  @Mutation(() => PostProgressPayload, {
    description: "Reports a milestone or a note. Refuses NOT_FOUND, INVALID_STATE, PHOTOS_MISSING, VALIDATION.",
  })
  postProgress(@Ctx() context: Context, @Arg("input") input: PostProgressInput): Promise<PostProgressPayload> {
    return settle(async () => {
      const { platform, viewer } = context;
      const post = { ...input, milestoneCode: input.milestoneCode ?? null };
      const { reportId } = await postProgress(platform, viewer, post);
      const report = await reportById(platform.database.read, reportId);
      return { report: report ?? null, ticket: await readSupplierTicket(context, input.ticketId) };
    });
  }

  @Allow(supplierMembers(...workingRoles))
  @Mutation(() => DeliverWorkPayload, {
    description: "Says the work is done. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, MILESTONES_MISSING.",
  })
  deliverWork(@Ctx() context: Context, @Arg("input") input: DeliverWorkInput): Promise<DeliverWorkPayload> {
    return settle(async () => {
      await deliverWork(context.platform, context.viewer, input);
      return { ticket: await readSupplierTicket(context, input.ticketId) };
    });
  }
}
