import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver } from "type-graphql";
import { type CollectionMode, principalOf } from "../catalogue/collection.js";
import { CollectionModeEnum } from "../catalogue/component.graphql.js";
import { type Fen, minus, plus } from "../kernel/money.js";
import { loadOrderLines } from "../orders/order-fields.graphql.js";
import { commissionOn, ownPrice } from "../payments/funding.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSnapshotOf } from "../pricing/agreed-price.graphql.js";
import { ownPay } from "../pricing/own-pay.js";
import { memberOf } from "./supplier-reads.graphql.js";
import { SupplierTicket } from "./supplier-ticket.graphql.js";
import type { SupplierTicketView } from "./supplier-view.js";

@ObjectType({ description: "What a rule or coupon that your supplier funds did to its pay." })
class PayChange {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, { description: "What it added; negative when it took off." })
  effect: Fen;
}

@ObjectType({ description: "How the pay came about. Tells nothing of what the customer pays or others get." })
class OwnPay {
  @Field(() => MoneyScalar, { description: "Your cost price of one unit when the order was placed." })
  unitCost: Fen;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => MoneyScalar, { description: "Before what your supplier funds." })
  plain: Fen;

  @Field(() => [PayChange], { description: "What your supplier funds of rules and coupons." })
  changes: readonly PayChange[];
}

@ObjectType({ description: "What your supplier sells itself: its price is yours, less the platform's commission." })
class OwnSale {
  @Field(() => CollectionModeEnum, { description: "Who collects the price." })
  collectionMode: CollectionMode;

  @Field(() => MoneyScalar, { description: "What the customer pays for it, without what an office gets." })
  price: Fen;

  @Field(() => Int, { description: "What the platform keeps of it, in basis points, VAT included." })
  commissionRate: number;

  @Field(() => MoneyScalar, { description: "The same as an amount." })
  commission: Fen;

  @Field(() => MoneyScalar, { description: "What is left for your supplier." })
  receives: Fen;
}

@Resolver(() => SupplierTicket)
export class SupplierPayResolver {
  @FieldResolver(() => OwnPay, {
    nullable: true,
    description: "How the pay came about; null where the order does not name your supplier for it at this pay.",
  })
  async payFrom(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<OwnPay | null> {
    const { supplierId } = memberOf(context);
    const line = (await loadOrderLines(context, ticket.orderId)).find(({ id }) => id === ticket.orderComponentId);
    const snapshot = await loadSnapshotOf(context, ticket.orderId);
    if (!snapshot || !line?.componentId) return null;
    const own = ownPay(snapshot.basis, snapshot.priced, { componentId: line.componentId, supplierId });
    return own?.pay === ticket.pay ? own : null;
  }

  @FieldResolver(() => OwnSale, {
    nullable: true,
    description: "How it is sold where your supplier is the seller; null where the platform sells.",
  })
  async ownSale(@Parent() ticket: SupplierTicketView, @Ctx() context: Context): Promise<OwnSale | null> {
    const { supplierId } = memberOf(context);
    const line = (await loadOrderLines(context, ticket.orderId)).find(({ id }) => id === ticket.orderComponentId);
    if (line?.supplierId !== supplierId || principalOf(line.collectionMode) === "PLATFORM") return null;
    const { collectionMode, commissionRate } = line;
    const price = plus(ownPrice(line), line.promotion);
    const commission = commissionOn(price, commissionRate);
    return { collectionMode, price, commissionRate, commission, receives: minus(price, commission) };
  }
}
