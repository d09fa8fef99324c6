import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { CollectionMode } from "../catalogue/collection.js";
import { CollectionModeEnum } from "../catalogue/component.graphql.js";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type OrderState, orderStateNames } from "./order.js";
import { componentsOf, type OrderComponentRow } from "./order.store.js";
import { lastSeqs } from "./timeline.store.js";

export const OrderStateEnum = enumOf(orderStateNames);
registerEnumType(OrderStateEnum, {
  name: "OrderState",
  description: "The commercial life of an order. What was paid and what was delivered are told apart from it.",
});

@ObjectType({
  description: "A customer's answer to one of the product's questions, with the question as it was asked.",
})
export class OrderInputValue {
  @Field(() => String, { description: "Code of the question." })
  code: string;

  @Field(() => String, { description: "The question." })
  label: string;

  @Field(() => String, { description: "The answer." })
  value: string;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit: string | null;
}

/** What an order shows to everybody who may see it at all. The root is its row. */
@ObjectType()
export abstract class OrderFields extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => OrderStateEnum, { description: "Its commercial state." })
  state: OrderState;

  @Field(() => String, { description: "The product's title when it was bought, or the title of the quotation." })
  productTitle: string;

  @Field(() => String, { nullable: true, description: "Names the product's page; null without a product." })
  productSlug: string | null;

  @Field(() => String, { nullable: true, description: "Name of the built-in picture of the product." })
  picture: string | null;

  @Field(() => Int, { nullable: true, description: "Which version of the product was bought; null without one." })
  productVersionNumber: number | null;

  @Field(() => [OrderInputValue], { description: "What the customer told when buying." })
  inputs: OrderInputValue[];

  @Field(() => MoneyScalar, { description: "The price, as it was agreed." })
  total: Fen;

  @Field(() => String, { description: "Whom to ask for on site." })
  contactName: string;

  @Field(() => String, { description: "How to reach them." })
  contactPhone: string;

  @Field(() => String, { description: "Where the work is done." })
  address: string;

  @Field(() => String, { nullable: true, description: "What else the customer wants known." })
  note: string | null;

  @Field(() => DateTimeScalar, { description: "When it was placed." })
  placedAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the last work was accepted." })
  completedAt: number | null;

  @Field(() => Int, { description: "Counts what was agreed: 1 as placed, one more with every change." })
  revision: number;

  @Field(() => String, { nullable: true, description: "Why the auditor gave it back last." })
  returnReason: string | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  regionCode: string;
  quotationId: string | null;
}

/** What a line shows to everybody who may see its order. */
@ObjectType()
export abstract class LineFields extends Node {
  @Field(() => String, { description: "The service item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, { description: "Price of the line." })
  amount: Fen;

  @Field(() => Boolean, { description: "Whether the platform chose the supplier." })
  chosenByPlatform: boolean;

  @Field(() => Int, { description: "Stage n starts when stage n-1 is accepted; one stage's items run side by side." })
  stage: number;

  @Field(() => CollectionModeEnum, { description: "Who sells it and who collects its price." })
  collectionMode: CollectionMode;

  @Field(() => MoneyScalar, { description: "Part of the amount that is passed on to an office." })
  officialFee: Fen;

  @Field(() => Boolean, { description: "Whether a change or the end of the order took it out; it is kept to be read." })
  cancelled: boolean;

  supplierId: string;
}

export type LineView = OrderComponentRow & {
  readonly amount: Fen;
  readonly chosenByPlatform: boolean;
  readonly cancelled: boolean;
};

const LINES = Symbol("order lines");
const SEQS = Symbol("order seqs");

/** An order's lines, in one statement for all orders of a request. They carry the cost: views decide who sees it. */
export async function loadOrderLines({ platform, loaders }: Context, orderId: string): Promise<LineView[]> {
  const loader = loaders.byId(LINES, async (ids) =>
    groupBy(await componentsOf(platform.database.read, ids), (row) => row.orderId),
  );
  const rows = (await loader.load(orderId)) ?? [];
  return rows.map((row) => ({
    ...row,
    amount: row.saleAmount,
    chosenByPlatform: row.chosenBy === "PLATFORM",
    cancelled: row.state === "CANCELLED",
  }));
}

/** How far an order's story has got, in one statement for all orders of a request. */
export async function loadOrderSeq({ platform, loaders }: Context, orderId: string): Promise<number> {
  return (await loaders.byId(SEQS, (ids) => lastSeqs(platform.database.read, ids)).load(orderId)) ?? 0;
}
