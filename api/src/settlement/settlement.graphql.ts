import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { SupplierAccount } from "../payments/supplier-item.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile } from "../platform/file.graphql.js";
import { type ConnectionOf, connectionType, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { TableFormat } from "../platform/spreadsheet.js";
import { holds, type SupplierMemberViewer } from "../platform/viewer.js";
import { TableFormatEnum } from "../suppliers/import.graphql.js";
import { exportIncome } from "./export-income.flow.js";
import { type Blocker, blockers } from "./line.js";
import type { LinePart } from "./line-part.js";
import { readIncome } from "./read-income.flow.js";
import { readSupplierAccount } from "./read-supplier-account.flow.js";
import { SettledPart, Statement, StatementStateEnum, SupplierAccountEnum } from "./statement.graphql.js";
import { type SettlementCycle, type StatementState, settlementCycles } from "./statement.js";
import { pageOfStatements, payFileById, statementById } from "./statement.store.js";

export const CycleEnum = enumOf(settlementCycles);
registerEnumType(CycleEnum, { name: "SettlementCycle", description: "When a supplier's statements are made." });
const BlockerEnum = enumOf(blockers);
registerEnumType(BlockerEnum, { name: "SettlementBlocker", description: "What keeps money from being paid yet." });

const StatementConnection = connectionType("Statement", () => Statement);

@ObjectType({ description: "Something that is open between the platform and a supplier." })
class SupplierOpenItem {
  @Field(() => SupplierAccountEnum, { description: "What it is." })
  account: SupplierAccount;

  @Field(() => String, { description: "Names it, for ending a claim." })
  item: string;

  @Field(() => ID, { nullable: true, description: "Its order, for charging its supplier." })
  orderId: string | null;

  @Field(() => ID, { nullable: true, description: "The component of the order, for charging its supplier." })
  componentId: string | null;

  @Field(() => String, { nullable: true, description: "Number of its order." })
  orderNo: string | null;

  @Field(() => String, { description: "The work." })
  title: string;

  @Field(() => MoneyScalar, { description: "Above zero owed to the supplier, below zero owed by it." })
  balance: Fen;

  @Field(() => [SettledPart], { description: "What the balance is made of: it sums to it." })
  parts: readonly LinePart[];

  @Field(() => BlockerEnum, { nullable: true, description: "What keeps it from being paid; null when it may be paid." })
  blocker: Blocker | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when on it may be paid; null when that depends on people.",
  })
  expectedAt: number | null;

  @Field(() => String, { nullable: true, description: "Number of the statement it is in." })
  inStatement: string | null;
}

@ObjectType({ description: "How a supplier is paid, and what is open." })
class SupplierAccountSheet {
  @Field(() => CycleEnum, { description: "When statements are made." })
  cycle: SettlementCycle;

  @Field(() => Int, { description: "Basis points kept back of what is paid for the platform's own sales." })
  retentionRate: number;

  @Field(() => Int, { description: "Days it is kept back." })
  retentionDays: number;

  @Field(() => String, { nullable: true, description: "Bank of its account." })
  bankName: string | null;

  @Field(() => String, { nullable: true, description: "Holder of its account." })
  accountName: string | null;

  @Field(() => String, { nullable: true, description: "Last four digits of its account." })
  accountTail: string | null;

  @Field(() => Int, { description: "Version of the terms, to send back with a change." })
  version: number;

  @Field(() => MoneyScalar, { description: "Its security deposit." })
  deposit: Fen;

  @Field(() => MoneyScalar, { description: "What is owed to it and may be paid now, before what it owes." })
  ready: Fen;

  @Field(() => MoneyScalar, { description: "What is owed to it and may be paid later." })
  waiting: Fen;

  @Field(() => MoneyScalar, { description: "What it owes." })
  owes: Fen;

  @Field(() => [SupplierOpenItem], { description: "Item by item, the oldest first." })
  items: SupplierOpenItem[];
}

@ObjectType({ description: "What a supplier was paid in a quarter." })
class SupplierIncome {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => String, { description: "Its name." })
  supplierName: string;

  @Field(() => String, { description: "Its unified social credit code." })
  uscc: string;

  @Field(() => Int, { description: "How many statements were paid." })
  statements: number;

  @Field(() => MoneyScalar, { description: "What they paid for." })
  gross: Fen;

  @Field(() => MoneyScalar, { description: "What came off." })
  deducted: Fen;

  @Field(() => MoneyScalar, { description: "What was kept back." })
  retained: Fen;

  @Field(() => MoneyScalar, { description: "What was transferred." })
  net: Fen;
}

@Resolver(() => SupplierAccountSheet)
export class SupplierAccountResolver {
  @FieldResolver(() => [String], {
    description: "What you may do: MAKE, TERMS, CHARGE, END_CLAIM, DEPOSIT. Suppliers may nothing of it.",
  })
  availableActions(@Ctx() { viewer }: Context): string[] {
    const may: readonly [string, boolean][] = [
      ["MAKE", holds(viewer, "settlement.manage")],
      ["TERMS", holds(viewer, "settlement.manage")],
      ["CHARGE", holds(viewer, "settlement.manage")],
      ["END_CLAIM", holds(viewer, "settlement.approve")],
      ["DEPOSIT", holds(viewer, "settlement.pay")],
    ];
    return may.filter(([, allowed]) => allowed).map(([action]) => action);
  }
}

@InputType({ description: "Which quarter to export, and as what." })
class ExportIncomeInput {
  @Field(() => Int, { description: "Such as 2026." })
  year: number;

  @Field(() => Int, { description: "1 to 4." })
  quarter: number;

  @Field(() => TableFormatEnum, { description: "As what." })
  format: TableFormat;
}

@ObjectType({ description: "The table." })
class ExportIncomePayload extends Payload {
  @Field(() => LocalFile, { nullable: true, description: "The table." })
  file?: LocalFile | null;
}

/** Reading what suppliers are paid. */
@Resolver()
export class SettlementResolver {
  @Allow(staffWith("settlement.read"))
  @Query(() => StatementConnection, { description: "Statements of suppliers, newest first." })
  async statements(
    @Ctx() { platform }: Context,
    @Arg("supplierId", () => ID, { nullable: true, description: "Only of this supplier." }) supplierId?: string | null,
    @Arg("state", () => StatementStateEnum, { nullable: true, description: "Only in this state." })
    state?: StatementState | null,
    @Arg("disputed", () => Boolean, { nullable: true, description: "Only with a line that waits for an answer." })
    disputed?: boolean | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Statement>> {
    const filter = { supplierId: supplierId ?? null, state: state ?? null, disputed: disputed ?? false };
    return toConnection(await pageOfStatements(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("settlement.read"))
  @Query(() => Statement, { nullable: true, description: "One statement." })
  async statement(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the statement." }) id: string,
  ): Promise<Statement | null> {
    return (await statementById(platform.database.read, id)) ?? null;
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Query(() => StatementConnection, { description: "Your statements, newest first." })
  async myStatements(
    @Ctx() { platform, viewer }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Statement>> {
    const filter = { supplierId: (viewer as SupplierMemberViewer).supplierId, sent: true };
    return toConnection(await pageOfStatements(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Query(() => Statement, { nullable: true, description: "One of your statements; null when there is none for you." })
  async myStatement(
    @Ctx() { platform, viewer }: Context,
    @Arg("id", () => ID, { description: "Of the statement." }) id: string,
  ): Promise<Statement | null> {
    const statement = await statementById(platform.database.read, id);
    const mine = statement?.supplierId === (viewer as SupplierMemberViewer).supplierId && statement.state !== "DRAFT";
    return statement && mine ? statement : null;
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Query(() => SupplierAccountSheet, {
    description: "What you are owed, what is expected when, and what keeps it back.",
  })
  mySettlement(@Ctx() { platform, viewer }: Context): Promise<SupplierAccountSheet> {
    return readSupplierAccount(platform, (viewer as SupplierMemberViewer).supplierId);
  }

  @Allow(staffWith("settlement.read"))
  @Query(() => SupplierAccountSheet, { description: "What a supplier is owed and owes." })
  supplierAccount(
    @Ctx() { platform }: Context,
    @Arg("supplierId", () => ID, { description: "The supplier." }) supplierId: string,
  ): Promise<SupplierAccountSheet> {
    return readSupplierAccount(platform, supplierId);
  }

  @Allow(staffWith("settlement.read"))
  @Query(() => [SupplierIncome], {
    description: "What each supplier was paid in a quarter, for the report to the tax office.",
  })
  supplierIncome(
    @Ctx() { platform }: Context,
    @Arg("year", () => Int, { description: "Such as 2026." }) year: number,
    @Arg("quarter", () => Int, { description: "1 to 4." }) quarter: number,
  ): Promise<SupplierIncome[]> {
    return readIncome(platform, year, quarter, null);
  }

  @Allow(staffWith("settlement.read"))
  @Mutation(() => ExportIncomePayload, {
    description: "What each supplier was paid in a quarter as a table. Refuses VALIDATION, RATE_LIMITED.",
  })
  exportIncome(@Ctx() context: Context, @Arg("input") input: ExportIncomeInput): Promise<ExportIncomePayload> {
    return settle(async () => ({ file: await exportIncome(context.platform, context.viewer, input) }));
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Query(() => [SupplierIncome], { description: "What you were paid in a quarter: one line, or none." })
  myIncome(
    @Ctx() { platform, viewer }: Context,
    @Arg("year", () => Int, { description: "Such as 2026." }) year: number,
    @Arg("quarter", () => Int, { description: "1 to 4." }) quarter: number,
  ): Promise<SupplierIncome[]> {
    return readIncome(platform, year, quarter, (viewer as SupplierMemberViewer).supplierId);
  }

  @Allow(staffWith("settlement.pay"))
  @Query(() => String, { description: "A pay file as it was made, as CSV text. It has account numbers in it." })
  async payFile(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the file." }) id: string,
  ): Promise<string> {
    const file = found(await payFileById(platform.database.read, id));
    return platform.signer.unseal(file.content);
  }
}
