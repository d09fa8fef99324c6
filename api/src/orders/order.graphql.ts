import { Arg, Ctx, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import { type OrderState } from "./order.js";
import { type OrderRow, orderOfCustomer, orderOfCustomerByNo, pageOfOrders } from "./order.store.js";
import { LineFields, loadOrderLines, loadOrderSeq, OrderFields, OrderStateEnum } from "./order-fields.graphql.js";
import { loadTimeline, TimelineEntry } from "./timeline.graphql.js";

export { OrderInputValue } from "./order-fields.graphql.js";

@ObjectType({
  implements: Node,
  description: "An order as its customer sees it: a frozen snapshot of what was agreed.",
})
export class Order extends OrderFields {}

@ObjectType({ implements: Node, description: "One service item of an order and who does it." })
export class OrderComponent extends LineFields {}

export const OrderConnection = connectionType("Order", () => Order);

/** The customer's own order by id; null for a missing and for a foreign one alike. */
export async function loadOrder({ platform, viewer }: Context, id: string): Promise<OrderRow | null> {
  if (viewer.kind !== "customer") return null;
  return (await orderOfCustomer(platform.database.read, id, viewer.accountId)) ?? null;
}

@Resolver(() => Order)
export class OrderResolver {
  @Allow(customers)
  @Query(() => OrderConnection, { description: "Your orders, newest first." })
  async myOrders(
    @Ctx() { platform, viewer }: Context,
    @Arg("state", () => OrderStateEnum, { nullable: true, description: "Only those in this state." })
    state?: OrderState | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Order>> {
    const customerId = "accountId" in viewer ? viewer.accountId : "";
    const page = await pageOfOrders(platform.database.read, { customerId, state }, pageRequest(first, after));
    return toConnection(page);
  }

  @Allow(customers)
  @Query(() => Order, { nullable: true, description: "One of your orders; null when there is none of this id." })
  order(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the order." }) id: string,
  ): Promise<Order | null> {
    return loadOrder(context, id);
  }

  @Allow(customers)
  @Query(() => Order, { nullable: true, description: "One of your orders by its number; null when there is none." })
  async orderByNo(
    @Ctx() { platform, viewer }: Context,
    @Arg("no", () => String, { description: "Such as SO20261120-7K3M9Q." }) no: string,
  ): Promise<Order | null> {
    if (viewer.kind !== "customer") return null;
    return (await orderOfCustomerByNo(platform.database.read, no.trim().toUpperCase(), viewer.accountId)) ?? null;
  }

  @FieldResolver(() => [OrderComponent], { description: "What was bought, item by item." })
  lines(@Parent() order: Order, @Ctx() context: Context): Promise<OrderComponent[]> {
    return loadOrderLines(context, order.id);
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() order: Order): Region {
    return regionView(order.regionCode);
  }

  @FieldResolver(() => [TimelineEntry], { description: "Everything that happened, in order." })
  timeline(@Parent() order: Order, @Ctx() context: Context): Promise<TimelineEntry[]> {
    return loadTimeline(context, order.id, "CUSTOMER");
  }

  @FieldResolver(() => Int, { description: "How far the order's story has got; live pages watch from here." })
  seq(@Parent() order: Order, @Ctx() context: Context): Promise<number> {
    return loadOrderSeq(context, order.id);
  }
}

@Resolver(() => OrderComponent)
export class OrderComponentResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it." })
  supplier(@Parent() line: OrderComponent, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, line.supplierId);
  }
}
