import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import { answerDispute } from "./answer-dispute.flow.js";
import { approveStatement } from "./approve-statement.flow.js";
import { cancelStatement } from "./cancel-statement.flow.js";
import { confirmStatement } from "./confirm-statement.flow.js";
import { exportPayFile } from "./export-pay-file.flow.js";
import { failStatement } from "./fail-statement.flow.js";
import { makeStatement } from "./make-statement.flow.js";
import { sendStatement } from "./send-statement.flow.js";
import { settleStatement } from "./settle-statement.flow.js";
import { Statement } from "./statement.graphql.js";
import { lineById, payFileById, statementById } from "./statement.store.js";

@InputType({ description: "Whose statement to make." })
class MakeStatementInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A statement as it was seen." })
class StatementSeenInput {
  @Field(() => ID, { description: "The statement." })
  statementId: string;

  @Field(() => Int, { description: "Version of the statement you saw." })
  version: number;
}

@InputType({ description: "A statement as it was seen, and why." })
class StatementReasonInput {
  @Field(() => ID, { description: "The statement." })
  statementId: string;

  @Field(() => Int, { description: "Version of the statement you saw." })
  version: number;

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;
}

@InputType({ description: "A line that is wrong, and why." })
class LineDisputeInput {
  @Field(() => ID, { description: "The line." })
  lineId: string;

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;
}

@InputType({ description: "A statement that is right, but for some lines." })
class ConfirmStatementInput {
  @Field(() => ID, { description: "The statement." })
  statementId: string;

  @Field(() => Int, { description: "Version of the statement you saw." })
  version: number;

  @Field(() => [LineDisputeInput], { description: "Lines that are wrong; empty when all are right." })
  disputes: LineDisputeInput[];

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "An answer to a disputed line." })
class AnswerDisputeInput {
  @Field(() => ID, { description: "The line." })
  lineId: string;

  @Field(() => String, { description: "What the supplier reads, at most 300 characters." })
  answer: string;
}

@InputType({ description: "Which statements to pay." })
class ExportPayFileInput {
  @Field(() => [ID], { description: "Approved ones, or those whose payment failed." })
  statementIds: string[];

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A transfer that was found on the bank statement." })
class SettleStatementInput {
  @Field(() => ID, { description: "The statement." })
  statementId: string;

  @Field(() => Int, { description: "Version of the statement you saw." })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: "The bank's own number of the transfer; none for a statement of nothing.",
  })
  bankReference?: string | null;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The statement as it is now, or why not." })
class MakeStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class SendStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class ConfirmStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class AnswerDisputePayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class ApproveStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class SettleStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class FailStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The statement as it is now, or why not." })
class CancelStatementPayload extends Payload {
  @Field(() => Statement, { nullable: true, description: "The statement." })
  statement?: Statement | null;
}
@ObjectType({ description: "The file, or why there is none." })
class ExportPayFilePayload extends Payload {
  @Field(() => ID, { nullable: true, description: "Of the file." })
  fileId?: string | null;

  @Field(() => String, { nullable: true, description: "Its number." })
  no?: string | null;

  @Field(() => String, { nullable: true, description: "Fingerprint of its content." })
  sha256?: string | null;
}

/** Making, answering and paying statements. */
@Resolver()
export class StatementDeedsResolver {
  @Allow(staffWith("settlement.manage"))
  @Mutation(() => MakeStatementPayload, {
    description: "Makes a draft of what may be paid to a supplier now. Refuses NOT_FOUND, NOTHING_TO_SETTLE.",
  })
  makeStatement(@Ctx() context: Context, @Arg("input") input: MakeStatementInput): Promise<MakeStatementPayload> {
    return settle(async () => {
      const statementId = await makeStatement(context.platform, context.viewer, input);
      return { statement: await read(context, statementId) };
    });
  }

  @Allow(staffWith("settlement.manage"))
  @Mutation(() => SendStatementPayload, {
    description: "Sends a draft to its supplier. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  sendStatement(@Ctx() context: Context, @Arg("input") input: StatementSeenInput): Promise<SendStatementPayload> {
    return settle(async () => {
      await sendStatement(context.platform, context.viewer, input);
      return { statement: await read(context, input.statementId) };
    });
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Mutation(() => ConfirmStatementPayload, {
    description:
      "Says that your statement is right, but for the lines you dispute. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  confirmStatement(
    @Ctx() context: Context,
    @Arg("input") input: ConfirmStatementInput,
  ): Promise<ConfirmStatementPayload> {
    return settle(async () => {
      await confirmStatement(context.platform, context.viewer, input);
      return { statement: await read(context, input.statementId) };
    });
  }

  @Allow(staffWith("settlement.manage"))
  @Mutation(() => AnswerDisputePayload, {
    description:
      "Answers a disputed line; it may be in the next statement. Refuses NOT_FOUND, INVALID_STATE, REASON_REQUIRED.",
  })
  answerDispute(@Ctx() context: Context, @Arg("input") input: AnswerDisputeInput): Promise<AnswerDisputePayload> {
    return settle(async () => {
      await answerDispute(context.platform, context.viewer, input);
      const line = await lineById(context.platform.database.read, input.lineId);
      return { statement: line ? await read(context, line.statementId) : null };
    });
  }

  @Allow(staffWith("settlement.approve"))
  @Mutation(() => ApproveStatementPayload, {
    description:
      "Lets a statement be paid. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, STATEMENT_OUTDATED.",
  })
  approveStatement(@Ctx() context: Context, @Arg("input") input: StatementSeenInput): Promise<ApproveStatementPayload> {
    return settle(async () => {
      await approveStatement(context.platform, context.viewer, input);
      return { statement: await read(context, input.statementId) };
    });
  }

  @Allow(staffWith("settlement.pay"))
  @Mutation(() => ExportPayFilePayload, {
    description:
      "Makes the bank's file of transfers. Refuses NOT_FOUND, INVALID_STATE, BANK_ACCOUNT_MISSING, VALIDATION.",
  })
  exportPayFile(@Ctx() context: Context, @Arg("input") input: ExportPayFileInput): Promise<ExportPayFilePayload> {
    return settle(async () => {
      const fileId = await exportPayFile(context.platform, context.viewer, input);
      const file = await payFileById(context.platform.database.read, fileId);
      return { fileId, no: file?.no ?? null, sha256: file?.sha256 ?? null };
    });
  }

  @Allow(staffWith("settlement.pay"))
  @Mutation(() => SettleStatementPayload, {
    description:
      "Books that a statement was paid. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, STATEMENT_OUTDATED, VALIDATION.",
  })
  settleStatement(@Ctx() context: Context, @Arg("input") input: SettleStatementInput): Promise<SettleStatementPayload> {
    return settle(async () => {
      const { bankReference = null, ...rest } = input;
      await settleStatement(context.platform, context.viewer, { ...rest, bankReference });
      return { statement: await read(context, input.statementId) };
    });
  }

  @Allow(staffWith("settlement.pay"))
  @Mutation(() => FailStatementPayload, {
    description: "Says that the bank did not pay it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  failStatement(@Ctx() context: Context, @Arg("input") input: StatementReasonInput): Promise<FailStatementPayload> {
    return settle(async () => {
      await failStatement(context.platform, context.viewer, input);
      return { statement: await read(context, input.statementId) };
    });
  }

  @Allow(staffWith("settlement.manage"))
  @Mutation(() => CancelStatementPayload, {
    description:
      "Takes a statement back before it is paid. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  cancelStatement(@Ctx() context: Context, @Arg("input") input: StatementReasonInput): Promise<CancelStatementPayload> {
    return settle(async () => {
      await cancelStatement(context.platform, context.viewer, input);
      return { statement: await read(context, input.statementId) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<Statement | null> {
  return (await statementById(platform.database.read, id)) ?? null;
}
