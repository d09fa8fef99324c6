import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { enumOf } from "../platform/enum.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { TenderEnum } from "./payment.graphql.js";
import type { Tender } from "./payment.js";
import {
  type AllocationState,
  allocationStateNames,
  type RefundRoute,
  type RefundSource,
  type RefundState,
  refundRoutes,
  refundSources,
  refundStateNames,
} from "./refund.js";

export const RefundStateEnum = enumOf(refundStateNames);
registerEnumType(RefundStateEnum, {
  name: "RefundState",
  description: "The life of a refund: talked about until it is approved, owed from then on, paid part by part.",
});
const RefundSourceEnum = enumOf(refundSources);
registerEnumType(RefundSourceEnum, { name: "RefundSource", description: "What a refund came from." });
export const RefundRouteEnum = enumOf(refundRoutes);
registerEnumType(RefundRouteEnum, {
  name: "RefundRoute",
  description: "How a part of a refund gets to the customer: back by its channel, by bank transfer, or as credit.",
});
const RefundPartStateEnum = enumOf(allocationStateNames);
registerEnumType(RefundPartStateEnum, {
  name: "RefundPartState",
  description: "How far one part of a refund got, of its own.",
});

@ObjectType()
export abstract class RefundFields extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => ID, { description: "The order it belongs to." })
  orderId: string;

  @Field(() => String, { description: "Number of the order." })
  orderNo: string;

  @Field(() => RefundSourceEnum, { description: "What it came from." })
  source: RefundSource;

  @Field(() => RefundStateEnum, { description: "How far it got." })
  state: RefundState;

  @Field(() => MoneyScalar, { nullable: true, description: "What the customer asked for; null when nobody asked." })
  asked: Fen | null;

  @Field(() => MoneyScalar, { description: "What was proposed; zero before." })
  amount: Fen;

  @Field(() => MoneyScalar, { description: "Part of the amount that goes beyond what was paid." })
  compensation: Fen;

  @Field(() => String, { description: "Why." })
  reason: string;

  @Field(() => String, { nullable: true, description: "Why it was turned down." })
  rejectReason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was approved: from then on it is owed." })
  approvedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the last part arrived, or it ended otherwise." })
  closedAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  fileIds: string[];
  customerId: string;
}

@ObjectType()
export abstract class RefundLineFields {
  @Field(() => ID, { description: "The part of the order." })
  componentId: string;

  @Field(() => String, { description: "Its service item." })
  itemName: string;

  @Field(() => MoneyScalar, { description: "What the customer asked for; zero when nobody asked." })
  asked: Fen;

  @Field(() => MoneyScalar, { description: "What was proposed." })
  amount: Fen;
}

@ObjectType()
export abstract class RefundPartFields extends Node {
  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => RefundRouteEnum, { description: "How it gets to the customer." })
  route: RefundRoute;

  @Field(() => RefundPartStateEnum, { description: "How far it got." })
  state: AllocationState;

  @Field(() => TenderEnum, { nullable: true, description: "How it was paid; null for what goes beyond what was paid." })
  tender: Tender | null;

  @Field(() => String, { nullable: true, description: "Name of the instalment it was paid for." })
  instalmentName: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it arrived." })
  settledAt: number | null;
}

@ObjectType({ description: "A part of an order, and what of it can still be given back." })
export class RefundableLine {
  @Field(() => ID, { description: "The part of the order." })
  componentId: string;

  @Field(() => String, { description: "Its service item." })
  itemName: string;

  @Field(() => MoneyScalar, { description: "At most this much of it." })
  available: Fen;
}

@ObjectType({ description: "One payment for one instalment, and what of it can still be given back." })
export class RefundableTenderView {
  @Field(() => ID, { description: "The payment." })
  paymentId: string;

  @Field(() => ID, { description: "The instalment." })
  instalmentId: string;

  @Field(() => String, { description: "Name of the instalment." })
  instalmentName: string;

  @Field(() => TenderEnum, { description: "How it was paid." })
  tender: Tender;

  @Field(() => MoneyScalar, { description: "What it brought for the instalment." })
  applied: Fen;

  @Field(() => MoneyScalar, { description: "At most this much of it." })
  available: Fen;

  @Field(() => [RefundRouteEnum], { description: "The ways it may go back by, the usual one first." })
  routes: RefundRoute[];
}

@ObjectType({ description: "What of an order can still be given back." })
export class Refundable {
  @Field(() => MoneyScalar, { description: "In all: what was paid and not given back." })
  available: Fen;

  @Field(() => [RefundableLine], { description: "By part of the order." })
  lines: RefundableLine[];

  @Field(() => [RefundableTenderView], { description: "By payment, the oldest instalment first; for staff." })
  tenders: RefundableTenderView[];
}

@InputType({ description: "How much of one part of an order." })
export class RefundLineInput {
  @Field(() => ID, { description: "The part of the order." })
  componentId: string;

  @Field(() => MoneyScalar, { description: "Above zero." })
  amount: Fen;
}
