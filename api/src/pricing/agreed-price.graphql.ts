import { Ctx, Field, FieldResolver, Float, ID, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { isByMinCharge } from "./evaluate-price.js";
import { PriceEffect } from "./price.graphql.js";
import { type PriceSnapshotRow, snapshotsOfOrders } from "./snapshot.store.js";

/** What a line of a kept price shows to everybody who may see it at all. */
@ObjectType()
export abstract class AgreedLineFields {
  @Field(() => ID, { nullable: true, description: "Of the product's component; null for what a quotation added." })
  componentId: string | null;

  @Field(() => String, { description: "The service item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, { description: "Before any rule and coupon." })
  listAmount: Fen;

  @Field(() => MoneyScalar, { description: "Price of the line, rounded once." })
  amount: Fen;

  @Field(() => Boolean, { description: "Whether a formula priced it rather than the price of one unit." })
  byFormula: boolean;

  @Field(() => Boolean, { description: "Whether the least its supplier charges counted." })
  byMinCharge: boolean;

  @Field(() => MoneyScalar, { nullable: true, description: "The least its supplier charges; null for none." })
  minCharge: Fen | null;

  @Field(() => String, { description: "How the list amount came about, in figures." })
  explanation: string;

  supplierId: string;
}

@ObjectType({ description: "One line of a price as it was agreed." })
class AgreedPriceLine extends AgreedLineFields {}

@ObjectType({ description: "What an agreed price was made of, as it was kept with its order. Carries no cost." })
export class AgreedPrice {
  @Field(() => MoneyScalar, { description: "The sum of the lines." })
  total: Fen;

  @Field(() => MoneyScalar, { description: "The tax that the total contains." })
  tax: Fen;

  @Field(() => [AgreedPriceLine], { description: "What it is for." })
  lines: readonly AgreedPriceLine[];

  @Field(() => [PriceEffect], { description: "The rules that counted, in order." })
  rules: readonly PriceEffect[];

  @Field(() => [PriceEffect], { description: "The coupon, if one was used." })
  coupons: readonly PriceEffect[];
}

@Resolver(() => AgreedPriceLine)
export class AgreedPriceLineResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who was to do it." })
  supplier(@Parent() line: AgreedPriceLine, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, line.supplierId);
  }
}

const SNAPSHOTS = Symbol("price snapshots of orders");

/** The price that was kept with an order; null for one without. Carries costs: views decide who sees them. */
export async function loadSnapshotOf(
  { platform, loaders }: Context,
  orderId: string,
): Promise<PriceSnapshotRow | null> {
  return loaders.byId(SNAPSHOTS, (ids) => snapshotsOfOrders(platform.database.read, ids)).load(orderId);
}

/** The lines of a kept price without anything that customers may not see. */
export function agreedLines({ basis, priced }: PriceSnapshotRow): AgreedLineFields[] {
  return basis.lines.flatMap((line, index) => {
    const money = priced.lines[index];
    if (!money) return [];
    const { componentId, itemName, unit, quantity, unitPrice, supplierId, formulaVersionId, minCharge = null } = line;
    const { listAmount, amount, explanation, trace } = money;
    const how = { byFormula: formulaVersionId !== null, byMinCharge: isByMinCharge(trace), minCharge, explanation };
    return [{ componentId, itemName, unit, quantity, unitPrice, listAmount, amount, supplierId, ...how }];
  });
}

/** A kept price as its customer may see it. */
export function agreedPrice(snapshot: PriceSnapshotRow): AgreedPrice {
  const { total, tax, rules, coupons } = snapshot.priced;
  return { total, tax, rules, coupons, lines: agreedLines(snapshot) };
}
