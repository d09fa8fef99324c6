import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { loadOrderNo } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { policyOn } from "../platform/policies.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { actorOf, holds } from "../platform/viewer.js";
import { type UnidentifiedState, unidentifiedActions, unidentifiedStateNames } from "./unidentified.js";
import { pageOfUnidentified, type UnidentifiedReceiptRow, unidentifiedById } from "./unidentified.store.js";

const UnidentifiedStateEnum = enumOf(unidentifiedStateNames);
registerEnumType(UnidentifiedStateEnum, {
  name: "UnidentifiedState",
  description: "Where money that names no order is on its way.",
});

@ObjectType({ implements: Node, description: "Money of the bank statement that named no order." })
export class UnidentifiedReceipt extends Node {
  @Field(() => String, { description: "Its number." })
  no: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "Day of the bank statement, such as 2026-11-20." })
  receivedOn: string;

  @Field(() => String, { description: "The payer as the bank statement names it." })
  payer: string;

  @Field(() => String, { description: "The bank's number of the transfer." })
  bankReference: string;

  @Field(() => String, { description: "What the cashier noted." })
  note: string;

  @Field(() => UnidentifiedStateEnum, { description: "Where it is on its way." })
  state: UnidentifiedState;

  @Field(() => ID, { nullable: true, description: "The order that it turned out to be for." })
  orderId: string | null;

  @Field(() => String, { nullable: true, description: "Why it goes back." })
  returnReason: string | null;

  @Field(() => String, { nullable: true, description: "The bank's number of the transfer back." })
  returnReference: string | null;

  @Field(() => DateTimeScalar, { description: "When it was entered." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was identified or sent back." })
  endedAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  enteredBy: string | null;
  returnBy: string | null;
}

const UnidentifiedReceiptConnection = connectionType("UnidentifiedReceipt", () => UnidentifiedReceipt);

/** One of them as it is now, for who just changed it. */
export async function loadUnidentified({ platform }: Context, id: string): Promise<UnidentifiedReceipt | null> {
  return (await unidentifiedById(platform.database.read, id)) ?? null;
}

const FOUR_EYES = Symbol("payments.return-four-eyes");

/** Whether another person has to send money back, asked once per request. */
async function asksForAnother({ platform, loaders }: Context): Promise<boolean> {
  const loader = loaders.byId(FOUR_EYES, async (keys) => {
    const on = await policyOn(platform.database.read, "payments.return-four-eyes");
    return new Map(keys.map((key) => [key, on]));
  });
  return (await loader.load("")) ?? true;
}

@Resolver(() => UnidentifiedReceipt)
export class UnidentifiedResolver {
  @Allow(staffWith("payments.read"))
  @Query(() => UnidentifiedReceiptConnection, {
    description: "Money of the bank statement that named no order, in one state, the longest known first.",
  })
  async unidentifiedReceipts(
    @Ctx() { platform }: Context,
    @Arg("state", () => UnidentifiedStateEnum, { description: "Where they are on their way." })
    state: UnidentifiedState,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<UnidentifiedReceipt>> {
    return toConnection<UnidentifiedReceiptRow>(
      await pageOfUnidentified(platform.database.read, state, pageRequest(first, after)),
    );
  }

  @FieldResolver(() => String, { nullable: true, description: "Number of that order, for who may read orders." })
  async orderNo(@Parent() { orderId }: UnidentifiedReceipt, @Ctx() context: Context): Promise<string | null> {
    return orderId === null ? null : loadOrderNo(context, orderId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who entered it." })
  async enteredByName(@Parent() { enteredBy }: UnidentifiedReceipt, @Ctx() context: Context): Promise<string | null> {
    return enteredBy === null ? null : ((await loadAccount(context, enteredBy))?.displayName ?? null);
  }

  @FieldResolver(() => [String], {
    description: "What you may do now: IDENTIFY, PROPOSE_RETURN, RETURN, KEEP.",
  })
  async availableActions(@Parent() receipt: UnidentifiedReceipt, @Ctx() context: Context): Promise<string[]> {
    const { viewer } = context;
    const mayConfirm = holds(viewer, "payments.confirm");
    const fourEyes = receipt.state === "RETURNING" && (await asksForAnother(context));
    return unidentifiedActions(receipt, { accountId: actorOf(viewer) ?? "", mayConfirm }, fourEyes);
  }
}
