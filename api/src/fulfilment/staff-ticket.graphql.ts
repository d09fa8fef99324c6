import { Ctx, Field, FieldResolver, Float, ID, Int, ObjectType, Resolver } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { loadStaffSupplier, Region, regionView, StaffSupplier } from "../suppliers/supplier.graphql.js";
import { staffActions } from "./actions.js";
import { attemptsOf, type DispatchAttemptRow } from "./attempt.store.js";
import type { RankedCandidate } from "./dispatch.js";
import { DispatchAttempt, DispatchCandidate } from "./dispatch-parts.graphql.js";
import { readCandidates } from "./read-candidates.flow.js";
import type { TicketState } from "./ticket.js";
import type { TicketRow } from "./ticket.store.js";
import { loadMilestones, TicketMilestone, TicketStateEnum } from "./ticket-parts.graphql.js";

@ObjectType({ implements: Node, description: "One piece of work of an order as staff see it." })
export class StaffTicket extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => ID, { description: "Of the order it is part of." })
  orderId: string;

  @Field(() => String, { description: "Number of that order." })
  orderNo: string;

  @Field(() => String, { description: "What is done." })
  itemName: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Int, { description: "Work of a stage begins when the stages before it are accepted." })
  stage: number;

  @Field(() => TicketStateEnum, { description: "Where it stands." })
  state: TicketState;

  @Field(() => Int, { description: "0 to 100: the weight of the approved milestones." })
  percent: number;

  @Field(() => Int, { description: "How often it was sent back." })
  reworkCount: number;

  @Field(() => String, { nullable: true, description: "Why it was last sent back." })
  reworkReason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was opened." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the supplier last said it is done." })
  deliveredAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;
}

export const StaffTicketConnection = connectionType("StaffTicket", () => StaffTicket);

@Resolver(() => StaffTicket)
export class StaffTicketResolver {
  @FieldResolver(() => StaffSupplier, {
    nullable: true,
    description: "Who does it; null until a supplier has taken it.",
  })
  async supplier(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<StaffSupplier | null> {
    return ticket.supplierId === null ? null : loadStaffSupplier(context, ticket.supplierId);
  }

  @FieldResolver(() => StaffSupplier, { nullable: true, description: "Whom the order names for it." })
  async chosenSupplier(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<StaffSupplier | null> {
    return ticket.chosenSupplierId === null ? null : loadStaffSupplier(context, ticket.chosenSupplierId);
  }

  @FieldResolver(() => [TicketMilestone], { description: "Its parts." })
  milestones(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<TicketMilestone[]> {
    return loadMilestones(context, ticket);
  }

  @FieldResolver(() => [DispatchAttempt], { description: "Whom it was offered to, oldest first." })
  attempts(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<DispatchAttemptRow[]> {
    return loadAttempts(context, ticket.id);
  }

  @FieldResolver(() => [DispatchCandidate], {
    description: "Whom it could be offered to now, best first, with reasons; empty while it can't be offered.",
  })
  candidates(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<readonly RankedCandidate[]> {
    return loadCandidates(context, ticket.id);
  }

  @FieldResolver(() => [LocalFile], { description: "What the customer showed when it was last sent back." })
  reworkPhotos(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, ticket.reworkPhotoIds);
  }

  @FieldResolver(() => Region, { description: "The city." })
  region(@Parent() ticket: TicketRow): Region {
    return regionView(ticket.regionCode);
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What its supplier gets, or the named one would; null without cost.read.",
  })
  costAmount(@Parent() ticket: TicketRow, @Ctx() { viewer }: Context): number | null {
    return holds(viewer, "cost.read") ? (ticket.pay ?? ticket.plannedCost) : null;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "Until when the open offer can be answered." })
  async acceptBy(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<number | null> {
    if (ticket.state !== "OFFERED") return null;
    const open = (await loadAttempts(context, ticket.id)).find((attempt) => attempt.state === "OFFERED");
    return open?.expiresAt ?? null;
  }

  @FieldResolver(() => [String], {
    description: "What you may do with it now: DISPATCH, WITHDRAW_OFFER, APPROVE_WORK, REQUEST_REWORK.",
  })
  availableActions(@Parent() ticket: TicketRow, @Ctx() { viewer }: Context): string[] {
    return staffActions(ticket.state, viewer);
  }
}

@Resolver(() => DispatchCandidate)
export class DispatchCandidateResolver {
  @FieldResolver(() => StaffSupplier, { description: "Who." })
  async supplier(@Parent() candidate: RankedCandidate, @Ctx() context: Context): Promise<StaffSupplier> {
    return found(await loadStaffSupplier(context, candidate.supplierId));
  }
}

@Resolver(() => DispatchAttempt)
export class DispatchAttemptResolver {
  @FieldResolver(() => StaffSupplier, { description: "Who was asked." })
  async supplier(@Parent() attempt: DispatchAttemptRow, @Ctx() context: Context): Promise<StaffSupplier> {
    return found(await loadStaffSupplier(context, attempt.supplierId));
  }
}

const ATTEMPTS = Symbol("attempts of tickets");
const CANDIDATES = Symbol("candidates of tickets");

async function loadAttempts({ platform, loaders }: Context, ticketId: string): Promise<DispatchAttemptRow[]> {
  const loader = loaders.byId(ATTEMPTS, async (ids) =>
    groupBy(await attemptsOf(platform.database.read, ids), (attempt) => attempt.ticketId),
  );
  return (await loader.load(ticketId)) ?? [];
}

async function loadCandidates({ platform, loaders }: Context, ticketId: string): Promise<readonly RankedCandidate[]> {
  return (await loaders.byId(CANDIDATES, (ids) => readCandidates(platform, ids)).load(ticketId)) ?? [];
}
