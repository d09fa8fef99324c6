import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { holds } from "../platform/viewer.js";
import { loadSupplier, Region, regionView, Supplier } from "../suppliers/supplier.graphql.js";
import { type OrderState } from "./order.js";
import { orderById, ordersById, pageOfOrders } from "./order.store.js";
import { LineFields, loadOrderLines, loadOrderSeq, OrderFields, OrderStateEnum } from "./order-fields.graphql.js";
import { loadTimeline, TimelineEntry } from "./timeline.graphql.js";

@ObjectType({ implements: Node, description: "A customer as staff see them." })
export class Customer extends Node {
  @Field(() => String, { description: "Their name." })
  displayName: string;

  @Field(() => String, { description: "E-mail address they sign in with." })
  login: string;

  @Field(() => String, { nullable: true, description: "Phone number, if one is known." })
  phone: string | null;
}

@ObjectType({ implements: Node, description: "An order as staff see it." })
export class StaffOrder extends OrderFields {
  customerId: string;
  /** As planned when it was placed; what it costs by now is told by its tickets. */
  cost: Fen;
}

@ObjectType({ implements: Node, description: "One service item of an order as staff see it." })
export class StaffOrderComponent extends LineFields {
  @Field(() => Int, { description: "What the platform keeps when the supplier sells, in basis points." })
  commissionRate: number;

  @Field(() => Boolean, { description: "Whether the commission goes back with a refund." })
  commissionRefundable: boolean;

  @Field(() => ID, { description: "The service item; two lines may be of the same." })
  itemId: string;

  earnedAt: number | null;
  orderId: string;
  /** As planned when the order was placed. */
  costAmount: Fen;
}

export const StaffOrderConnection = connectionType("StaffOrder", () => StaffOrder);

/** Any order, for staff who may read orders; null otherwise. */
export async function loadStaffOrder({ platform, viewer }: Context, id: string): Promise<StaffOrder | null> {
  if (!holds(viewer, "orders.read")) return null;
  return (await orderById(platform.database.read, id)) ?? null;
}

const NUMBERS = Symbol("orders by id");

/** An order's number for staff who may read orders, in one statement for all of a request; null otherwise. */
export async function loadOrderNo({ platform, viewer, loaders }: Context, id: string): Promise<string | null> {
  if (!holds(viewer, "orders.read")) return null;
  const order = await loaders.byId(NUMBERS, (ids) => ordersById(platform.database.read, ids)).load(id);
  return order?.no ?? null;
}

@Resolver(() => StaffOrder)
export class StaffOrderResolver {
  @Allow(staffWith("orders.read"))
  @Query(() => StaffOrderConnection, { description: "Every order, newest first." })
  async staffOrders(
    @Ctx() { platform }: Context,
    @Arg("state", () => OrderStateEnum, { nullable: true, description: "Only those in this state." })
    state?: OrderState | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "Beginning of an order number, a contact's name or phone number.",
    })
    search?: string | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffOrder>> {
    const filter = { state, search: search?.trim().slice(0, 50) };
    return toConnection(await pageOfOrders(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("orders.read"))
  @Query(() => StaffOrder, { nullable: true, description: "One order; null when there is none of this id." })
  staffOrder(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the order." }) id: string,
  ): Promise<StaffOrder | null> {
    return loadStaffOrder(context, id);
  }

  @FieldResolver(() => Customer, { description: "Who placed it." })
  async customer(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Customer> {
    return found(await loadAccount(context, order.customerId));
  }

  @FieldResolver(() => [StaffOrderComponent], { description: "What was bought, item by item." })
  lines(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffOrderComponent[]> {
    return loadOrderLines(context, order.id);
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() order: StaffOrder): Region {
    return regionView(order.regionCode);
  }

  @FieldResolver(() => [TimelineEntry], { description: "Everything that happened, in order." })
  timeline(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<TimelineEntry[]> {
    return loadTimeline(context, order.id, "STAFF");
  }

  @FieldResolver(() => Int, { description: "How far the order's story has got; live pages watch from here." })
  seq(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<number> {
    return loadOrderSeq(context, order.id);
  }
}

@Resolver(() => StaffOrderComponent)
export class StaffOrderComponentResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who the order names for it." })
  supplier(@Parent() line: StaffOrderComponent, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, line.supplierId);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether its work was accepted: it is not changed any more, but refunded.",
  })
  accepted(@Parent() line: StaffOrderComponent): boolean {
    return line.earnedAt !== null;
  }
}
