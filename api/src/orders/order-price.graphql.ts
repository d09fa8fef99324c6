import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { AgreedPrice, agreedPrice, loadSnapshotOf } from "../pricing/agreed-price.graphql.js";
import { StaffPrice, staffPrice } from "../pricing/staff-price.graphql.js";
import { Order } from "./order.graphql.js";
import { StaffOrder } from "./staff-order.graphql.js";

@Resolver(() => Order)
export class OrderPriceResolver {
  @FieldResolver(() => AgreedPrice, {
    nullable: true,
    description: "What its price was made of when it was placed; null where a quotation says it.",
  })
  async price(@Parent() order: Order, @Ctx() context: Context): Promise<AgreedPrice | null> {
    const snapshot = await loadSnapshotOf(context, order.id);
    return snapshot && agreedPrice(snapshot);
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderPriceResolver {
  @FieldResolver(() => StaffPrice, {
    nullable: true,
    description: "Everything its price was made of when it was placed; null where a quotation says it.",
  })
  async price(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffPrice | null> {
    const snapshot = await loadSnapshotOf(context, order.id);
    return snapshot && staffPrice(snapshot, context);
  }
}
