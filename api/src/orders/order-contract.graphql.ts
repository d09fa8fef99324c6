import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { Contract, loadContractOf } from "../contracts/contract.graphql.js";
import { StaffContract } from "../contracts/staff-contract.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { holds } from "../platform/viewer.js";
import { loadOrder, Order } from "./order.graphql.js";
import { ordersById } from "./order.store.js";
import { StaffOrder } from "./staff-order.graphql.js";

/** Orders lie downstream of contracts, so both directions are told here. */
@Resolver(() => Order)
export class OrderContractResolver {
  @FieldResolver(() => Contract, { nullable: true, description: "Its contract, signed on paper; null without one." })
  contract(@Parent() order: Order, @Ctx() context: Context): Promise<Contract | null> {
    return loadContractOf(context, order.id);
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderContractResolver {
  @FieldResolver(() => StaffContract, {
    nullable: true,
    description: "Its contract; null without one, and without contracts.read.",
  })
  async contract(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffContract | null> {
    return holds(context.viewer, "contracts.read") ? loadContractOf(context, order.id) : null;
  }
}

@Resolver(() => Contract)
export class ContractOrderResolver {
  @FieldResolver(() => Order, { nullable: true, description: "The order it is about." })
  order(@Parent() contract: Contract, @Ctx() context: Context): Promise<Order | null> {
    return loadOrder(context, contract.orderId);
  }
}

const ORDERS = Symbol("orders of contracts");

@Resolver(() => StaffContract)
export class StaffContractOrderResolver {
  @FieldResolver(() => StaffOrder, { nullable: true, description: "The order it is about; null without orders.read." })
  async order(@Parent() contract: StaffContract, @Ctx() context: Context): Promise<StaffOrder | null> {
    if (!holds(context.viewer, "orders.read")) return null;
    const { read } = context.platform.database;
    return context.loaders.byId(ORDERS, (ids) => ordersById(read, ids)).load(contract.orderId);
  }
}
