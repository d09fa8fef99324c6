import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { accounts } from "./accounts.js";
import {
  type LedgerTransactionRow,
  type PostingRow,
  pageOfTransactions,
  postingsOf,
  transactionsOf,
} from "./ledger.store.js";
import { accountBalances } from "./ledger-totals.store.js";

@ObjectType({ description: "One account of the books: the sums of its postings." })
class LedgerAccountBalance {
  @Field(() => String, { description: "Code of the account." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, { description: "Sum of its debits." })
  debit: Fen;

  @Field(() => MoneyScalar, { description: "Sum of its credits." })
  credit: Fen;

  @Field(() => MoneyScalar, { description: "The difference, in the direction in which the account grows." })
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
}

@ObjectType({
  implements: Node,
  description: "One event in the books. Never changed, never deleted; it always balances.",
})
class LedgerTransaction extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => String, { description: "What kind of event: RECEIPT, REVENUE_EARNED, COST_INCURRED." })
  kind: string;

  @Field(() => String, { description: "What it was about, for people." })
  memo: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => ID, { nullable: true, description: "The order it belongs to." })
  orderId: string | null;
}

const LedgerTransactionConnection = connectionType("LedgerTransaction", () => LedgerTransaction);

const POSTINGS = Symbol("postings");
const TRANSACTIONS = Symbol("ledger of orders");

@Resolver(() => LedgerTransaction)
export class LedgerResolver {
  @Allow(staffWith("ledger.read"))
  @Query(() => [LedgerAccountBalance], {
    description: "Every account with its sums; debits and credits are equal in all.",
  })
  async ledgerAccounts(@Ctx() { platform }: Context): Promise<LedgerAccountBalance[]> {
    return accountBalances(platform.database.read);
  }

  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerTransactionConnection, { description: "The books, newest first." })
  async ledgerTransactions(
    @Ctx() { platform }: Context,
    @Arg("orderId", () => ID, { nullable: true, description: "Only of this order." }) orderId?: string | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<LedgerTransaction>> {
    const page = await pageOfTransactions(platform.database.read, orderId ?? null, pageRequest(first, after));
    return toConnection(page);
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
