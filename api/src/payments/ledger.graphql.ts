import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { actorOf, holds } from "../platform/viewer.js";
import { accounts } from "./accounts.js";
import {
  type LedgerTransactionRow,
  type PostingRow,
  postingsOf,
  reversalsOf,
  transactionById,
  transactionsByIds,
  transactionsOf,
} from "./ledger.store.js";
import { isReversible } from "./ledger-kinds.js";
import { isMonth } from "./ledger-period.js";
import { balancesOfMonth } from "./ledger-totals.store.js";

export const LedgerSideEnum = { DEBIT: "DEBIT", CREDIT: "CREDIT" } as const;
registerEnumType(LedgerSideEnum, { name: "LedgerSide", description: "A side of an account." });

@ObjectType({ description: "One account of the books: the sums of its postings." })
export class LedgerAccountBalance {
  @Field(() => String, { description: "Code of the account." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, {
    description: "What it held before the month, in the direction in which the account grows; zero without a month.",
  })
  opening: Fen;

  @Field(() => MoneyScalar, { description: "Sum of its debits in the month." })
  debit: Fen;

  @Field(() => MoneyScalar, { description: "Sum of its credits in the month." })
  credit: Fen;

  @Field(() => MoneyScalar, {
    description: "What it held at the end of the month, in the direction in which the account grows.",
  })
  balance: Fen;
}

@ObjectType({ description: "One side of a transaction." })
class Posting {
  @Field(() => String, { description: "Code of the account." })
  account: string;

  @Field(() => MoneyScalar, { description: "Amount on the debit side, else zero." })
  debit: Fen;

  @Field(() => MoneyScalar, { description: "Amount on the credit side, else zero." })
  credit: Fen;

  @Field(() => ID, { nullable: true, description: "The payment it came from." })
  paymentId: string | null;

  @Field(() => ID, { nullable: true, description: "The refund it belongs to." })
  refundId: string | null;

  @Field(() => ID, { nullable: true, description: "The supplier it is about." })
  supplierId: string | null;

  @Field(() => ID, { nullable: true, description: "The supplier's statement it belongs to." })
  statementId: string | null;
}

@ObjectType({
  implements: Node,
  description: "One event in the books. Never changed, never deleted; it always balances.",
})
export class LedgerTransaction extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "What kind of event, such as RECEIPT or REVENUE_EARNED." })
  kind: string;

  @Field(() => String, { description: "What it was about, for people." })
  memo: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => ID, { nullable: true, description: "The order it belongs to." })
  orderId: string | null;

  /** The transaction it takes back. */
  reverses: string | null;

  /** Who booked it; the platform itself where it followed from something else. */
  actorId: string | null;
}

const POSTINGS = Symbol("postings");
const TRANSACTIONS = Symbol("ledger of orders");
const BY_ID = Symbol("ledger transactions");
const REVERSALS = Symbol("what takes transactions back");

/** A transaction, in one statement for all that a request asks for. */
export async function loadTransaction(
  { platform, loaders }: Context,
  id: string,
): Promise<LedgerTransactionRow | undefined> {
  const loader = loaders.byId(BY_ID, async (ids) => {
    const rows = await transactionsByIds(platform.database.read, ids);
    return new Map(rows.map((row) => [row.id, row]));
  });
  return (await loader.load(id)) ?? undefined;
}

@Resolver(() => LedgerTransaction)
export class LedgerResolver {
  @Allow(staffWith("ledger.read"))
  @Query(() => [LedgerAccountBalance], {
    description:
      "Every account with its sums, of one month or of all that was booked; debits and credits are equal in all.",
  })
  async ledgerAccounts(
    @Ctx() { platform }: Context,
    @Arg("month", () => String, { nullable: true, description: "Only a month such as 2026-11." })
    month?: string | null,
  ): Promise<LedgerAccountBalance[]> {
    must(!month || isMonth(month), "VALIDATION", { field: "month" });
    return balancesOfMonth(platform.database.read, month ?? null);
  }

  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerTransaction, { nullable: true, description: "One transaction of the books." })
  async ledgerTransaction(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "The transaction." }) id: string,
  ): Promise<LedgerTransaction | null> {
    return (await transactionById(platform.database.read, id)) ?? null;
  }

  @FieldResolver(() => LedgerTransaction, { nullable: true, description: "The transaction that it takes back." })
  async reversed(@Parent() transaction: LedgerTransaction, @Ctx() context: Context): Promise<LedgerTransaction | null> {
    return transaction.reverses === null ? null : ((await loadTransaction(context, transaction.reverses)) ?? null);
  }

  @FieldResolver(() => LedgerTransaction, { nullable: true, description: "The transaction that took it back." })
  async reversedBy(
    @Parent() transaction: LedgerTransaction,
    @Ctx() { platform, loaders }: Context,
  ): Promise<LedgerTransaction | null> {
    const loader = loaders.byId(REVERSALS, async (ids) => {
      const rows = await reversalsOf(platform.database.read, ids);
      return new Map(rows.map((row) => [row.reverses ?? "", row]));
    });
    return (await loader.load(transaction.id)) ?? null;
  }

  @FieldResolver(() => [String], { description: "What the viewer may do with it now: REVERSE." })
  async availableActions(@Parent() transaction: LedgerTransaction, @Ctx() context: Context): Promise<string[]> {
    const { viewer } = context;
    if (!holds(viewer, "ledger.close") || !isReversible(transaction.kind)) return [];
    if (transaction.actorId === actorOf(viewer)) return [];
    return (await this.reversedBy(transaction, context)) ? [] : ["REVERSE"];
  }

  @FieldResolver(() => [Posting], { description: "Its sides, debits first." })
  async postings(@Parent() transaction: LedgerTransaction, @Ctx() { platform, loaders }: Context): Promise<Posting[]> {
    const loader = loaders.byId(POSTINGS, async (ids) =>
      groupBy<PostingRow, string>(await postingsOf(platform.database.read, ids), (row) => row.transactionId),
    );
    return (await loader.load(transaction.id)) ?? [];
  }
}

@Resolver(() => Posting)
export class PostingResolver {
  @FieldResolver(() => String, { description: "Name of the account." })
  accountName(@Parent() posting: Posting): string {
    return accounts[posting.account as keyof typeof accounts].name;
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderLedgerResolver {
  @FieldResolver(() => [LedgerTransaction], {
    description: "What the books say of it, in order; none without ledger.read.",
  })
  async ledger(
    @Parent() order: StaffOrder,
    @Ctx() { platform, loaders, viewer }: Context,
  ): Promise<LedgerTransaction[]> {
    if (!holds(viewer, "ledger.read")) return [];
    const loader = loaders.byId(TRANSACTIONS, async (ids) =>
      groupBy<LedgerTransactionRow, string>(
        await transactionsOf(platform.database.read, ids),
        (row) => row.orderId ?? "",
      ),
    );
    return (await loader.load(order.id)) ?? [];
  }
}
