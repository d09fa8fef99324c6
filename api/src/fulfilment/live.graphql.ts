import { GraphQLError } from "graphql";
import { Arg, Ctx, Field, ID, Int, ObjectType, Resolver, Subscription } from "type-graphql";
import { FROM_THE_START, watch } from "../identity/watch.graphql.js";
import { found } from "../kernel/refusal.js";
import { orderStream } from "../orders/facts.js";
import { loadOrder, Order } from "../orders/order.graphql.js";
import { loadStaffOrder, StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import type { StreamMoved } from "../platform/live.js";
import { Parent } from "../platform/parent.js";
import { Allow, anyStaff, customers, type Policy, staffWith, supplierMembers } from "../platform/policy.js";
import { readSupplierWork, StaffQueues, SupplierWork } from "./queues.graphql.js";
import { readQueues } from "./read-queues.flow.js";
import { memberOf } from "./supplier-reads.graphql.js";

@ObjectType({ description: "Something happened around your order; this is how it stands now." })
export class OrderChange {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => Order, { description: "The order." })
  order: Order;
}

@ObjectType({ description: "Something happened around an order; this is how it stands now." })
export class StaffOrderChange {
  @Field(() => Int, { description: "Number of the move; pass it as afterSeq to resume after it." })
  seq: number;

  @Field(() => StaffOrder, { description: "The order." })
  order: StaffOrder;
}

const orders: Policy = staffWith("orders.read");
const members: Policy = supplierMembers();

/** All staff watch one stream that every ticket moves: two events a second are as live as counters need to be. */
const QUEUES_REST_MS = 500;

const notFound = (): GraphQLError =>
  new GraphQLError("There is no such thing, or it is not yours.", { extensions: { code: "NOT_FOUND" } });

@Resolver()
export class LiveResolver {
  @Allow(customers)
  @Subscription(() => OrderChange, {
    description: "Your order, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: { args: { orderId: string; afterSeq?: number | null }; context: Context }) => {
      if (!(await loadOrder(context, args.orderId))) throw notFound();
      return watch(context, orderStream(args.orderId), args.afterSeq, customers);
    },
  })
  async orderChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("orderId", () => ID, { description: "Of the order." }) orderId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<OrderChange> {
    return { seq, order: found(await loadOrder(context, orderId)) };
  }

  @Allow(orders)
  @Subscription(() => StaffOrderChange, {
    description: "An order, each time something happened around it; at once if it is already past afterSeq.",
    subscribe: async ({ args, context }: { args: { orderId: string; afterSeq?: number | null }; context: Context }) => {
      if (!(await loadStaffOrder(context, args.orderId))) throw notFound();
      return watch(context, orderStream(args.orderId), args.afterSeq, orders);
    },
  })
  async staffOrderChanged(
    @Parent() { seq }: StreamMoved,
    @Ctx() context: Context,
    @Arg("orderId", () => ID, { description: "Of the order." }) orderId: string,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<StaffOrderChange> {
    return { seq, order: found(await loadStaffOrder(context, orderId)) };
  }

  @Allow(anyStaff)
  @Subscription(() => StaffQueues, {
    description: "The staff's counters: at once as they stand, then each time something moved.",
    subscribe: ({ args, context }: { args: { afterSeq?: number | null }; context: Context }) =>
      watch(context, "staff:queues", args.afterSeq ?? FROM_THE_START, anyStaff, QUEUES_REST_MS),
  })
  staffQueuesChanged(
    @Ctx() { platform, viewer }: Context,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<StaffQueues> {
    return readQueues(platform, viewer);
  }

  @Allow(members)
  @Subscription(() => SupplierWork, {
    description: "Your supplier's counters: at once as they stand, then each time something of theirs moved.",
    subscribe: ({ args, context }: { args: { afterSeq?: number | null }; context: Context }) =>
      watch(context, `supplier:${memberOf(context).supplierId}`, args.afterSeq ?? FROM_THE_START, members),
  })
  supplierWorkChanged(
    @Ctx() context: Context,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<SupplierWork> {
    return readSupplierWork(context);
  }
}
