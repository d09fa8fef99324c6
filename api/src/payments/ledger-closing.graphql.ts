import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { closePeriod } from "./close-period.flow.js";
import { LedgerTransaction } from "./ledger.graphql.js";
import { transactionById } from "./ledger.store.js";
import { lastAudit } from "./ledger-audit.store.js";
import { isOver, monthsSince } from "./ledger-period.js";
import { closedPeriods, closingState } from "./ledger-period.store.js";
import { reverseTransaction } from "./reverse-transaction.flow.js";
import { settleChannel } from "./settle-channel.flow.js";

@ObjectType({ implements: Node, description: "A month of the books that is closed for good." })
class LedgerPeriod extends Node {
  @Field(() => String, { description: "Such as 2026-11, in Shanghai." })
  month: string;

  @Field(() => DateTimeScalar, { description: "When it was closed." })
  closedAt: number;
}

@ObjectType({ description: "Which months are closed, and which is next." })
class LedgerClosing {
  @Field(() => [LedgerPeriod], { description: "The closed ones, newest first, at most 120." })
  closed: LedgerPeriod[];

  @Field(() => String, {
    nullable: true,
    description: "The month that is closed next; none while the books are empty.",
  })
  next: string | null;

  @Field(() => Boolean, { description: "Whether the next one is over, so that it may be closed." })
  nextIsOver: boolean;

  @Field(() => [String], { description: "Every month from the first of the books to this one, newest first." })
  months: string[];
}

@ObjectType({ implements: Node, description: "One time the books were worked out anew from their postings." })
class LedgerAudit extends Node {
  @Field(() => DateTimeScalar, { description: "When." })
  at: number;

  @Field(() => Int, { description: "How many transactions were read." })
  transactions: number;

  @Field(() => Int, { description: "How many orders were compared." })
  orders: number;

  @Field(() => Int, { description: "How many differences there are; none when all is well." })
  differences: number;

  @Field(() => [String], { description: "The first fifty of them, in English for who looks for the cause." })
  findings: string[];
}

@InputType({ description: "The month to close." })
class ClosePeriodInput {
  @Field(() => String, { description: "Such as 2026-11; it has to be the next one." })
  month: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "What a channel paid out to the bank." })
class SettleChannelInput {
  @Field(() => MoneyScalar, { description: "What it had collected, its fee included." })
  collected: Fen;

  @Field(() => MoneyScalar, { description: "What it kept." })
  fee: Fen;

  @Field(() => String, { description: "The bank's own number of the transfer; it is booked once." })
  bankReference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A transaction that was booked by hand and is wrong." })
class ReverseTransactionInput {
  @Field(() => ID, { description: "The transaction." })
  transactionId: string;

  @Field(() => String, { description: "Why, at most 150 characters; it stays in the books." })
  reason: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "How the months stand, or why it was not closed." })
class ClosePeriodPayload extends Payload {
  @Field(() => LedgerClosing, { nullable: true, description: "The months as they are now." })
  ledgerClosing?: LedgerClosing | null;
}
@ObjectType({ description: "The transaction that was booked, or why not." })
class SettleChannelPayload extends Payload {
  @Field(() => LedgerTransaction, { nullable: true, description: "The new transaction." })
  transaction?: LedgerTransaction | null;
}
@ObjectType({ description: "The transaction that takes the other back, or why not." })
class ReverseTransactionPayload extends Payload {
  @Field(() => LedgerTransaction, { nullable: true, description: "The new transaction." })
  transaction?: LedgerTransaction | null;
}

@Resolver(() => LedgerClosing)
export class LedgerClosingResolver {
  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerClosing, { description: "Which months of the books are closed, and which is next." })
  async ledgerClosing(@Ctx() context: Context): Promise<LedgerClosing> {
    return loadClosing(context);
  }

  @Allow(staffWith("ledger.read"))
  @Query(() => LedgerAudit, {
    nullable: true,
    description: "The last audit of the books; none before the first night.",
  })
  async ledgerAudit(@Ctx() { platform }: Context): Promise<LedgerAudit | null> {
    return (await lastAudit(platform.database.read)) ?? null;
  }

  @Allow(staffWith("ledger.close"))
  @Mutation(() => ClosePeriodPayload, { description: "Closes the next month of the books for good." })
  async closePeriod(@Ctx() context: Context, @Arg("input") input: ClosePeriodInput): Promise<ClosePeriodPayload> {
    return settle(async () => {
      await closePeriod(context.platform, context.viewer, input);
      return { ledgerClosing: await loadClosing(context) };
    });
  }

  @Allow(staffWith("ledger.close"))
  @Mutation(() => SettleChannelPayload, { description: "Books what a channel paid out to the bank, less its fee." })
  async settleChannel(@Ctx() context: Context, @Arg("input") input: SettleChannelInput): Promise<SettleChannelPayload> {
    return settle(async () => {
      const id = await settleChannel(context.platform, context.viewer, input);
      return { transaction: found(await transactionById(context.platform.database.read, id)) };
    });
  }

  @Allow(staffWith("ledger.close"))
  @Mutation(() => ReverseTransactionPayload, {
    description: "Takes back by a new transaction what somebody else booked wrongly by hand.",
  })
  async reverseTransaction(
    @Ctx() context: Context,
    @Arg("input") input: ReverseTransactionInput,
  ): Promise<ReverseTransactionPayload> {
    return settle(async () => {
      const id = await reverseTransaction(context.platform, context.viewer, input);
      return { transaction: found(await transactionById(context.platform.database.read, id)) };
    });
  }
}

async function loadClosing({ platform }: Context): Promise<LedgerClosing> {
  const { read } = platform.database;
  const { beganAt, next } = await closingState(read);
  const now = platform.clock.now();
  const nextIsOver = next !== null && isOver(next, now);
  return { closed: await closedPeriods(read), next, nextIsOver, months: monthsSince(beganAt, now) };
}
