import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { enumOf } from "../platform/enum.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import {
  type AmendmentKind,
  type AmendmentState,
  amendmentKinds,
  amendmentStates,
  type ConsentReason,
  consentReasons,
  type Fault,
  faults,
  type LineDiff,
  type MoneyWay,
  moneyWays,
  type PartKind,
  partKinds,
} from "./amendment.js";
import { type RequestState, type RequestWish, requestStates, requestWishes } from "./change-request.js";

export const AmendmentStateEnum = enumOf(amendmentStates);
registerEnumType(AmendmentStateEnum, { name: "AmendmentState", description: "The life of a change of an order." });
export const AmendmentKindEnum = enumOf(amendmentKinds);
registerEnumType(AmendmentKindEnum, {
  name: "AmendmentKind",
  description: "Whether an order goes on on other terms, or ends with what was done settled.",
});
export const FaultEnum = enumOf(faults);
registerEnumType(FaultEnum, { name: "Fault", description: "Whose fault it is that an order ends." });
export const MoneyWayEnum = enumOf(moneyWays);
registerEnumType(MoneyWayEnum, {
  name: "MoneyWay",
  description: "How a higher price is paid: by an instalment of its own, or spread over what is open.",
});
export const PartKindEnum = enumOf(partKinds);
registerEnumType(PartKindEnum, { name: "AmendmentPartKind", description: "What a change does to one line." });
export const ConsentReasonEnum = enumOf(consentReasons);
registerEnumType(ConsentReasonEnum, { name: "ConsentReason", description: "Why the customer has to agree." });
export const RequestWishEnum = enumOf(requestWishes);
registerEnumType(RequestWishEnum, { name: "ChangeWish", description: "Whether a change or the end is asked for." });
const RequestStateEnum = enumOf(requestStates);
registerEnumType(RequestStateEnum, { name: "ChangeRequestState", description: "What became of a wish." });

/** What one line was and becomes, to everybody who may read it. */
@ObjectType()
export abstract class AmendmentLineFields {
  @Field(() => PartKindEnum, { description: "What is done to it." })
  kind: PartKind;

  @Field(() => ID, { nullable: true, description: "The line of the order; null for one that is added." })
  componentId: string | null;

  @Field(() => String, { description: "The service item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { nullable: true, description: "How much of it until now." })
  quantityBefore: number | null;

  @Field(() => Float, { nullable: true, description: "How much of it from now on." })
  quantityAfter: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Its price until now." })
  amountBefore: Fen | null;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Its price from now on; what was done of a line that ends.",
  })
  amountAfter: Fen | null;

  supplierBeforeId: string | null;
  supplierAfterId: string | null;
}

/** One line as pages read it. Carries the cost: the types decide who sees it. */
export const lineView = ({ kind, componentId, itemName, unit, before, after }: LineDiff) => ({
  kind,
  componentId,
  itemName,
  unit,
  quantityBefore: before?.quantity ?? null,
  quantityAfter: after?.quantity ?? null,
  amountBefore: before?.saleAmount ?? null,
  amountAfter: after?.saleAmount ?? null,
  costBefore: before?.costAmount ?? null,
  costAfter: after?.costAmount ?? null,
  supplierBeforeId: before?.supplierId ?? null,
  supplierAfterId: after?.supplierId ?? null,
});

@ObjectType({ description: "One instalment before and after a change." })
export class PlanChange {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Until now; null for one that is added." })
  before: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: "From now on." })
  after: Fen | null;

  @Field(() => MoneyScalar, { description: "What was paid of it." })
  paid: Fen;
}

@ObjectType({ description: "What a change does to the money of its order, as things are now." })
export class AmendmentEffect {
  @Field(() => MoneyScalar, { description: "What the order costs then." })
  total: Fen;

  @Field(() => MoneyScalar, { description: "What is collected by an instalment of its own." })
  difference: Fen;

  @Field(() => MoneyScalar, { description: "What goes back of what was paid." })
  refund: Fen;

  @Field(() => MoneyScalar, { description: "A paid deposit that the customer loses." })
  forfeit: Fen;

  @Field(() => MoneyScalar, { description: "What the customer gets beyond what was paid." })
  compensation: Fen;

  @Field(() => [PlanChange], { description: "The payment plan before and after." })
  plan: PlanChange[];
}

/** What everybody reads of a change. The root is its row. */
@ObjectType()
export abstract class AmendmentFields extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => AmendmentKindEnum, { description: "A change, or the end of the order." })
  kind: AmendmentKind;

  @Field(() => FaultEnum, { nullable: true, description: "Whose fault the end is; null for a change." })
  fault: Fault | null;

  @Field(() => MoneyWayEnum, { description: "How a higher price is paid." })
  way: MoneyWay;

  @Field(() => AmendmentStateEnum, { description: "Where it stands." })
  state: AmendmentState;

  @Field(() => String, { description: "Why the order is changed." })
  reason: string;

  @Field(() => [ConsentReasonEnum], { description: "Why the customer has to agree; empty when they need not." })
  consent: ConsentReason[];

  @Field(() => MoneyScalar, { description: "What the customer pays more; below zero less." })
  saleDelta: Fen;

  @Field(() => MoneyScalar, { description: "What went back to the customer when it was applied." })
  refunded: Fen;

  @Field(() => DateTimeScalar, { description: "When it was drafted." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when the customer may answer." })
  expiresAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the customer answered." })
  answeredAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was applied or came to nothing." })
  endedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why it came to nothing." })
  endReason: string | null;

  @Field(() => Int, { description: "Send it back with an answer." })
  version: number;

  orderId: string;
  lines: LineDiff[];
}

@ObjectType({ implements: Node, description: "What a customer or a supplier asks to have changed, in words." })
export class ChangeRequest extends Node {
  @Field(() => RequestWishEnum, { description: "A change, or the end of the order." })
  wish: RequestWish;

  @Field(() => String, { description: "What they wrote." })
  text: string;

  @Field(() => RequestStateEnum, { description: "What became of it." })
  state: RequestState;

  @Field(() => String, { nullable: true, description: "Why it was declined." })
  answer: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked." })
  createdAt: number;

  @Field(() => Int, { description: "Send it back with an answer." })
  version: number;

  orderId: string;
  supplierId: string | null;
  ticketId: string | null;
}
