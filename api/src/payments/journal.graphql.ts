import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { type ConnectionOf, connectionType, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateScalar } from "../platform/scalars.js";
import { type AccountCode, accounts } from "./accounts.js";
import { LedgerSideEnum, LedgerTransaction } from "./ledger.graphql.js";
import { ledgerKinds } from "./ledger-kinds.js";
import { readJournal } from "./read-journal.flow.js";

@InputType({ description: "Which part of the books is looked at; a transaction is in it when one of its postings is." })
class JournalFilterInput {
  @Field(() => String, { nullable: true, description: "Only of this kind, such as RECEIPT." })
  kind?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Not before this day, in Shanghai." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Not after this day, in Shanghai." })
  until?: string | null;

  @Field(() => String, { nullable: true, description: "Only what touches the account with this code." })
  account?: string | null;

  @Field(() => LedgerSideEnum, { nullable: true, description: "Only on this side of the account." })
  side?: keyof typeof LedgerSideEnum | null;

  @Field(() => ID, { nullable: true, description: "Only what is about this order." })
  orderId?: string | null;

  @Field(() => String, { nullable: true, description: "Only what is about the order with this number." })
  orderNo?: string | null;

  @Field(() => ID, { nullable: true, description: "Only what is about this supplier." })
  supplierId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only what came from this payment." })
  paymentId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only what belongs to this refund." })
  refundId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only what belongs to this statement; name its supplier too." })
  statementId?: string | null;
}

const LedgerTransactionConnection = connectionType("LedgerTransaction", () => LedgerTransaction);

@Resolver()
export class JournalResolver {
  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerTransactionConnection, { description: "The books, newest first." })
  async ledgerTransactions(
    @Ctx() { platform }: Context,
    @Arg("filter", () => JournalFilterInput, { nullable: true, description: "Only a part of them." })
    filter?: JournalFilterInput | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<LedgerTransaction>> {
    const wish = filter ?? {};
    const kind = ledgerKinds.find((each) => each === wish.kind);
    must(!wish.kind || kind, "VALIDATION", { field: "kind" });
    const account = (Object.keys(accounts) as AccountCode[]).find((code) => code === wish.account);
    must(!wish.account || account, "VALIDATION", { field: "account" });
    const asked = { ...wish, kind: kind ?? null, account: account ?? null };
    return toConnection(await readJournal(platform, asked, pageRequest(first, after)));
  }
}
