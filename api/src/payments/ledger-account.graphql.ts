import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type AccountCode, accounts } from "./accounts.js";
import { LedgerAccountBalance, LedgerSideEnum, LedgerTransaction, loadTransaction } from "./ledger.graphql.js";
import { pageOfAccount } from "./ledger-account.store.js";
import { balancesOfMonth } from "./ledger-totals.store.js";

@ObjectType({ implements: Node, description: "A posting as its account's page shows it." })
class AccountPosting extends Node {
  transactionId: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => MoneyScalar, { description: "Amount on the debit side, else zero." })
  debit: Fen;

  @Field(() => MoneyScalar, { description: "Amount on the credit side, else zero." })
  credit: Fen;

  @Field(() => MoneyScalar, { description: "What the account held after it, in the direction in which it grows." })
  balance: Fen;
}

const AccountPostingConnection = connectionType("AccountPosting", () => AccountPosting);

@Resolver(() => LedgerAccountBalance)
export class LedgerAccountResolver {
  @FieldResolver(() => LedgerSideEnum, { description: "The side on which it grows." })
  side(@Parent() { code }: LedgerAccountBalance): keyof typeof LedgerSideEnum {
    return accounts[code as AccountCode].normalSide;
  }

  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerAccountBalance, { nullable: true, description: "One account of the books." })
  async ledgerAccount(
    @Ctx() { platform }: Context,
    @Arg("code", () => String, { description: "Its code." }) code: string,
  ): Promise<LedgerAccountBalance | null> {
    const balances = await balancesOfMonth(platform.database.read, null);
    return balances.find((balance) => balance.code === code) ?? null;
  }

  @Allow(staffWith("ledger.read"))
  @Query(() => AccountPostingConnection, {
    description: "The postings of an account, newest first, with running figures.",
  })
  async ledgerAccountPostings(
    @Ctx() { platform }: Context,
    @Arg("code", () => String, { description: "Code of the account." }) code: string,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<AccountPosting>> {
    const known = found((Object.keys(accounts) as AccountCode[]).find((account) => account === code));
    return toConnection(await pageOfAccount(platform.database.read, known, pageRequest(first, after)));
  }
}

@Resolver(() => AccountPosting)
export class AccountPostingResolver {
  @FieldResolver(() => LedgerTransaction, { description: "The transaction it is a side of." })
  async transaction(@Parent() posting: AccountPosting, @Ctx() context: Context): Promise<LedgerTransaction> {
    return found(await loadTransaction(context, posting.transactionId));
  }
}
