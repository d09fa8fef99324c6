import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { DateScalar } from "../platform/scalars.js";
import { loadDayOfComponent } from "../suppliers/day-kept.graphql.js";
import { StaffTicket } from "./staff-ticket.graphql.js";
import { SupplierTicket } from "./supplier-ticket.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";
import type { TicketRow } from "./ticket.store.js";

const SERVICE_ON = { nullable: true, description: "The day the customer wants it begun on; null without." };

@Resolver(() => SupplierTicket)
export class SupplierTicketDayResolver {
  @FieldResolver(() => DateScalar, SERVICE_ON)
  serviceOn(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<string | null> {
    return loadDayOfComponent(context, ticket.orderComponentId);
  }
}

@Resolver(() => StaffTicket)
export class StaffTicketDayResolver {
  @FieldResolver(() => DateScalar, SERVICE_ON)
  serviceOn(@Parent() ticket: TicketRow, @Ctx() context: Context): Promise<string | null> {
    return loadDayOfComponent(context, ticket.orderComponentId);
  }
}
