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
import { groupBy } from "../kernel/group.js";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { holds } from "../platform/viewer.js";
import { StaffSupplier } from "../suppliers/supplier.graphql.js";
import { dispatchTicket } from "./dispatch-ticket.flow.js";
import { StaffTicket, StaffTicketConnection } from "./staff-ticket.graphql.js";
import type { TicketState } from "./ticket.js";
import { openTicketCounts, openTicketsOfSuppliers, pageOfTickets, type TicketRow } from "./ticket.store.js";
import { loadTicket, TicketStateEnum } from "./ticket-parts.graphql.js";
import { withdrawOffer } from "./withdraw-offer.flow.js";

@InputType({ description: "Whom to offer a ticket to." })
class DispatchTicketInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => ID, { description: "One of the ticket's eligible candidates." })
  supplierId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "The offer to take back." })
class WithdrawOfferInput {
  @Field(() => ID, { description: "Of the ticket." })
  ticketId: string;

  @Field(() => ID, { description: "Of the offer." })
  attemptId: string;

  @Field(() => Int, { description: "The ticket's version you have seen." })
  version: number;
}

@ObjectType({ description: "The ticket, offered." })
class DispatchTicketPayload extends Payload {
  @Field(() => StaffTicket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;
}

@ObjectType({ description: "The ticket, waiting for a person." })
class WithdrawOfferPayload extends Payload {
  @Field(() => StaffTicket, { nullable: true, description: "The ticket." })
  ticket?: TicketRow | null;
}

@Resolver()
export class DispatchResolver {
  @Allow(staffWith("tickets.read"))
  @Query(() => StaffTicketConnection, { description: "Every ticket, newest first." })
  async staffTickets(
    @Ctx() { platform }: Context,
    @Arg("state", () => TicketStateEnum, { nullable: true, description: "Only these." }) state?: TicketState | null,
    @Arg("oldestFirst", () => Boolean, { nullable: true, description: "For queues that are worked off." })
    oldestFirst?: boolean | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<TicketRow>> {
    const filter = { state: state ?? null, oldestFirst: oldestFirst ?? false };
    return toConnection(await pageOfTickets(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("tickets.read"))
  @Query(() => StaffTicket, { nullable: true, description: "One ticket; null when there is none of this id." })
  staffTicket(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the ticket." }) id: string,
  ): Promise<TicketRow | null> {
    return loadTicket(context, id);
  }

  @Allow(staffWith("tickets.dispatch"))
  @Mutation(() => DispatchTicketPayload, {
    description:
      "Offers a ticket to a supplier of your choice. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, SUPPLIER_NOT_ELIGIBLE.",
  })
  dispatchTicket(@Ctx() context: Context, @Arg("input") input: DispatchTicketInput): Promise<DispatchTicketPayload> {
    return settle(async () => {
      await dispatchTicket(context.platform, context.viewer, input);
      return { ticket: await loadTicket(context, input.ticketId) };
    });
  }

  @Allow(staffWith("tickets.dispatch"))
  @Mutation(() => WithdrawOfferPayload, {
    description: "Takes an open offer back. Refuses NOT_FOUND, OFFER_ENDED, STALE_VERSION.",
  })
  withdrawOffer(@Ctx() context: Context, @Arg("input") input: WithdrawOfferInput): Promise<WithdrawOfferPayload> {
    return settle(async () => {
      await withdrawOffer(context.platform, context.viewer, input);
      return { ticket: await loadTicket(context, input.ticketId) };
    });
  }
}

const OPEN_COUNTS = Symbol("open ticket counts of suppliers");
const OPEN_TICKETS = Symbol("open tickets of suppliers");
const OPEN_SHOWN = 50;

/** What a supplier has in hand, for those who decide about it. */
@Resolver(() => StaffSupplier)
export class SupplierLoadResolver {
  @FieldResolver(() => Int, { description: "Tickets it has taken and not finished." })
  async openTicketCount(@Parent() supplier: StaffSupplier, @Ctx() { platform, loaders }: Context): Promise<number> {
    const loader = loaders.byId(OPEN_COUNTS, (ids) => openTicketCounts(platform.database.read, ids));
    return (await loader.load(supplier.id)) ?? 0;
  }

  @FieldResolver(() => [StaffTicket], {
    description: "Those tickets, last taken first, 50 at most; empty without tickets.read.",
  })
  async openTickets(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<TicketRow[]> {
    const { platform, loaders, viewer } = context;
    if (!holds(viewer, "tickets.read")) return [];
    const loader = loaders.byId(OPEN_TICKETS, async (ids) =>
      groupBy(await openTicketsOfSuppliers(platform.database.read, ids), (ticket) => ticket.supplierId ?? ""),
    );
    return ((await loader.load(supplier.id)) ?? []).slice(0, OPEN_SHOWN);
  }
}
