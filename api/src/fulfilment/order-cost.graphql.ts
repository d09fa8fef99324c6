import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { type Fen, minus } from "../kernel/money.js";
import { StaffOrder, StaffOrderComponent } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { costOf } from "./cost.js";
import { loadTicketsOf } from "./ticket-parts.graphql.js";

/** What an order costs is told by its tickets: another supplier than the planned one may have taken the work. */
@Resolver(() => StaffOrder)
export class StaffOrderCostResolver {
  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description:
      "What the suppliers get: who took the work its pay, else what the order planned; null without cost.read.",
  })
  async cost(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen | null> {
    return holds(context.viewer, "cost.read") ? costOf(order.cost, await loadTicketsOf(context, order.id)) : null;
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "Price less cost; null without cost.read." })
  async margin(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen | null> {
    const cost = await this.cost(order, context);
    return cost === null ? null : minus(order.total, cost);
  }
}

@Resolver(() => StaffOrderComponent)
export class StaffOrderComponentCostResolver {
  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What the supplier who took it gets, or the named one would; null without cost.read.",
  })
  async costAmount(@Parent() line: StaffOrderComponent, @Ctx() context: Context): Promise<Fen | null> {
    if (!holds(context.viewer, "cost.read")) return null;
    const tickets = await loadTicketsOf(context, line.orderId);
    return costOf(
      line.costAmount,
      tickets.filter((ticket) => ticket.orderComponentId === line.id),
    );
  }
}
