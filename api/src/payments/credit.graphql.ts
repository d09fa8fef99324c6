import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { type CreditPayoutState, creditPayoutLife, creditPayoutStateNames } from "./credit-payout.js";
import {
  creditPayoutById,
  type CreditEntry as Entry,
  pageOfCredit,
  pageOfCreditPayouts,
  pageOfOwnPayouts,
} from "./credit-payout.store.js";

const CreditPayoutStateEnum = enumOf(creditPayoutStateNames);
registerEnumType(CreditPayoutStateEnum, {
  name: "CreditPayoutState",
  description: "What became of a wish to have credit paid out.",
});

@ObjectType({ implements: Node, description: "Credit that a customer asks for in money." })
export class CreditPayout extends Node {
  @Field(() => String, { description: "Its number." })
  no: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "Whose bank account it goes to." })
  payeeName: string;

  @Field(() => String, { description: "The account's number." })
  payeeAccount: string;

  @Field(() => CreditPayoutStateEnum, { description: "What became of it." })
  state: CreditPayoutState;

  @Field(() => String, { nullable: true, description: "The bank's number of the transfer." })
  bankReference: string | null;

  @Field(() => String, { nullable: true, description: "Why it was declined." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was paid, declined or taken back." })
  endedAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  customerId: string;
}

@ObjectType({ description: "One line of a customer's credit." })
class CreditEntry implements Entry {
  @Field(() => ID, { description: "Stable id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When." })
  at: number;

  @Field(() => String, {
    description: "By what: money that was too much, a refund as credit, a payment by credit, a payout.",
  })
  kind: string;

  @Field(() => String, { description: "What it was about: an order's or a payout's number." })
  memo: string;

  @Field(() => MoneyScalar, { description: "What the credit grew by; below zero what it shrank by." })
  amount: Fen;

  @Field(() => ID, { nullable: true, description: "The order it came from or went to." })
  orderId: string | null;
}

const CreditPayoutConnection = connectionType("CreditPayout", () => CreditPayout);
const CreditEntryConnection = connectionType("CreditEntry", () => CreditEntry);

/** One of them as it is now, for who just changed it. */
export async function loadCreditPayout({ platform }: Context, id: string): Promise<CreditPayout | null> {
  return (await creditPayoutById(platform.database.read, id)) ?? null;
}

function customerOf({ viewer }: Context): string {
  must(viewer.kind === "customer", "FORBIDDEN");
  return viewer.accountId;
}

@Resolver(() => CreditPayout)
export class CreditResolver {
  @Allow(customers)
  @Query(() => CreditEntryConnection, { description: "Where your credit came from and went, newest first." })
  async myCreditEntries(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<CreditEntry>> {
    const page = await pageOfCredit(context.platform.database.read, customerOf(context), pageRequest(first, after));
    return toConnection<CreditEntry>(page);
  }

  @Allow(customers)
  @Query(() => CreditPayoutConnection, { description: "What you asked for in money, newest first." })
  async myCreditPayouts(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<CreditPayout>> {
    return toConnection(
      await pageOfOwnPayouts(context.platform.database.read, customerOf(context), pageRequest(first, after)),
    );
  }

  @Allow(staffWith("payments.read"))
  @Query(() => CreditPayoutConnection, {
    description: "Credit that customers ask for in money, in one state, the longest waiting first.",
  })
  async creditPayouts(
    @Ctx() { platform }: Context,
    @Arg("state", () => CreditPayoutStateEnum, { description: "What became of them." }) state: CreditPayoutState,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<CreditPayout>> {
    return toConnection(await pageOfCreditPayouts(platform.database.read, state, pageRequest(first, after)));
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of the customer; for staff alone." })
  async customerName(@Parent() { customerId }: CreditPayout, @Ctx() context: Context): Promise<string | null> {
    if (!holds(context.viewer, "payments.read")) return null;
    return (await loadAccount(context, customerId))?.displayName ?? null;
  }

  @FieldResolver(() => [String], { description: "What you may do now: PAY, DECLINE, WITHDRAW." })
  availableActions(@Parent() { state, customerId }: CreditPayout, @Ctx() { viewer }: Context): string[] {
    const own = viewer.kind === "customer" && viewer.accountId === customerId ? (["WITHDRAW"] as const) : [];
    const paying = holds(viewer, "payments.confirm") ? (["PAY", "DECLINE"] as const) : [];
    return [...own, ...paying].filter((verb) => creditPayoutLife.allows(state, verb));
  }
}
