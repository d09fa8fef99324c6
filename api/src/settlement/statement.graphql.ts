import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { SupplierAccount } from "../payments/supplier-item.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { actorOf, holds } from "../platform/viewer.js";
import { loadSupplierRow } from "../suppliers/supplier.graphql.js";
import { type LinePart, type LinePartKind, linePartKinds } from "./line-part.js";
import {
  type LineState,
  lineStateNames,
  moneyRoles,
  type StatementState,
  statementLife,
  statementStateNames,
} from "./statement.js";
import { linesOf, type StatementLineRow } from "./statement.store.js";

export const StatementStateEnum = enumOf(statementStateNames);
registerEnumType(StatementStateEnum, { name: "StatementState", description: "The life of a supplier's statement." });
const LineStateEnum = enumOf(lineStateNames);
registerEnumType(LineStateEnum, { name: "StatementLineState", description: "Whether a line counts in its statement." });
export const SupplierAccountEnum = {
  OWED: "2202",
  KEPT_BACK: "2202.R",
  COLLECTED: "2241.A",
  CLAIMED: "1221.S",
} as const satisfies Record<string, SupplierAccount>;
registerEnumType(SupplierAccountEnum, {
  name: "SettledFor",
  description: "What a line is: work for the platform, retention, money collected for the supplier, or what it owes.",
});

const LinePartKindEnum = enumOf(linePartKinds);
registerEnumType(LinePartKindEnum, {
  name: "SettledPartKind",
  description:
    "What an amount is made of: the customer's price and the commission on it, agreed pay, an official fee paid in advance, a change of the order, money claimed back for a refund, a charge, retention, what was settled before, what is left for the next statement.",
});

@ObjectType({ description: "A part of what a line pays." })
export class SettledPart {
  @Field(() => LinePartKindEnum, { description: "What it is." })
  kind: LinePartKind;

  @Field(() => MoneyScalar, { description: "Above zero for the supplier." })
  amount: Fen;
}

@ObjectType({ implements: Node, description: "One thing that a statement pays or takes off." })
export class StatementLine extends Node {
  @Field(() => SupplierAccountEnum, { description: "What it is." })
  account: SupplierAccount;

  @Field(() => String, { nullable: true, description: "Number of the order it comes from." })
  orderNo: string | null;

  @Field(() => String, { description: "The work." })
  title: string;

  @Field(() => MoneyScalar, { description: "What it pays; below zero, what it takes off." })
  amount: Fen;

  @Field(() => [SettledPart], {
    nullable: true,
    description: "What the amount is made of, as it was when the statement was made: it sums to it. Null in old lines.",
  })
  parts: readonly LinePart[] | null;

  @Field(() => MoneyScalar, { description: "Of it, what is kept back until the warranty is over." })
  retained: Fen;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when that is kept back; null until it is paid." })
  retainedUntil: number | null;

  @Field(() => LineStateEnum, { description: "Whether it counts here." })
  state: LineState;

  @Field(() => String, { nullable: true, description: "Why the supplier disputes it." })
  disputeReason: string | null;

  @Field(() => String, { nullable: true, description: "What staff answered." })
  answer: string | null;
}

@ObjectType({ implements: Node, description: "What is paid to a supplier in one go." })
export class Statement extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => StatementStateEnum, { description: "How far it is." })
  state: StatementState;

  @Field(() => MoneyScalar, { description: "What its lines pay." })
  gross: Fen;

  @Field(() => MoneyScalar, { description: "What comes off because the supplier owes it." })
  deducted: Fen;

  @Field(() => MoneyScalar, { description: "What is kept back." })
  retained: Fen;

  @Field(() => MoneyScalar, { description: "What is transferred." })
  net: Fen;

  @Field(() => MoneyScalar, { description: "What the supplier owed beyond it, left for the next." })
  carried: Fen;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  cutAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its supplier, or time, confirmed it." })
  confirmedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When a second person approved it." })
  approvedAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was paid." })
  paidAt: number | null;

  @Field(() => String, { nullable: true, description: "The bank's number of the transfer." })
  bankReference: string | null;

  @Field(() => String, { nullable: true, description: "Why it failed or was cancelled." })
  reason: string | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  approvedBy: string | null;
}

const LINES = Symbol("lines of statements");

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver(() => String, { description: "Name of the supplier." })
  async supplierName(@Parent() statement: Statement, @Ctx() context: Context): Promise<string> {
    return found(await loadSupplierRow(context, statement.supplierId)).name;
  }

  @FieldResolver(() => [StatementLine], { description: "Its lines." })
  async lines(@Parent() statement: Statement, @Ctx() { platform, loaders }: Context): Promise<StatementLine[]> {
    const loader = loaders.byId(LINES, async (ids) =>
      groupBy<StatementLineRow, string>(await linesOf(platform.database.read, ids), (row) => row.statementId),
    );
    return (await loader.load(statement.id)) ?? [];
  }

  @FieldResolver(() => [String], {
    description: "What you may do now: SEND, CONFIRM, APPROVE, PAY, SETTLE, FAIL, CANCEL.",
  })
  availableActions(@Parent() statement: Statement, @Ctx() { viewer }: Context): string[] {
    const verbs = statementLife.verbs(statement.state);
    if (viewer.kind === "supplier")
      return moneyRoles.includes(viewer.role) && verbs.includes("CONFIRM") ? ["CONFIRM"] : [];
    const may: readonly [string, boolean][] = [
      ["SEND", holds(viewer, "settlement.manage")],
      ["CANCEL", holds(viewer, "settlement.manage")],
      ["APPROVE", holds(viewer, "settlement.approve")],
      ["PAY", holds(viewer, "settlement.pay") && statement.net > 0],
      ["SETTLE", holds(viewer, "settlement.pay") && statement.approvedBy !== actorOf(viewer)],
      ["FAIL", holds(viewer, "settlement.pay")],
    ];
    const possible: readonly string[] =
      statement.net === 0 && statement.state === "APPROVED" ? [...verbs, "SETTLE"] : verbs;
    return may.filter(([verb, allowed]) => allowed && possible.includes(verb)).map(([verb]) => verb);
  }
}
