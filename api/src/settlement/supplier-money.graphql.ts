import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith, supplierMembers } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { chargeSupplier } from "./charge-supplier.flow.js";
import { endClaim } from "./end-claim.flow.js";
import { returnDeposit } from "./return-deposit.flow.js";
import { saveBankAccount } from "./save-bank-account.flow.js";
import { saveSettlementTerms } from "./save-settlement-terms.flow.js";
import { CycleEnum } from "./settlement.graphql.js";
import type { SettlementCycle } from "./statement.js";
import { takeDeposit } from "./take-deposit.flow.js";

const ClaimEndEnum = { DEPOSIT: "DEPOSIT", WRITTEN_OFF: "WRITTEN_OFF", PAID: "PAID" } as const;
registerEnumType(ClaimEndEnum, {
  name: "ClaimEnd",
  description: "How a claim on a supplier ends otherwise than by a statement.",
});

@InputType({ description: "How a supplier is paid." })
class SaveSettlementTermsInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => Int, { description: "Version of the terms you saw." })
  version: number;

  @Field(() => CycleEnum, { description: "When statements are made." })
  cycle: SettlementCycle;

  @Field(() => Int, { description: "Basis points kept back, at most 3000." })
  retentionRate: number;

  @Field(() => Int, { description: "Days it is kept back." })
  retentionDays: number;
}

@InputType({ description: "Where you are paid." })
class SaveBankAccountInput {
  @Field(() => Int, { description: "Version of the terms you saw." })
  version: number;

  @Field(() => String, { description: "The bank." })
  bankName: string;

  @Field(() => String, { description: "The holder." })
  accountName: string;

  @Field(() => String, { description: "The number: 8 to 30 digits." })
  accountNo: string;
}

@InputType({ description: "What a supplier is charged for its work." })
class ChargeSupplierInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => ID, { description: "The order." })
  orderId: string;

  @Field(() => ID, { description: "The component of it." })
  componentId: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "How a claim ends." })
class EndClaimInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => String, { description: "The claim, as the supplier's account names it." })
  item: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => ClaimEndEnum, { description: "How." })
  end: "DEPOSIT" | "WRITTEN_OFF" | "PAID";

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A security deposit that arrived." })
class TakeDepositInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "The bank's own number of the transfer." })
  bankReference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A security deposit, or a part of it, that went back." })
class ReturnDepositInput {
  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => MoneyScalar, { description: "How much." })
  amount: Fen;

  @Field(() => String, { description: "The bank's own number of the transfer." })
  bankReference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "Whether it is done, or why not." })
class SaveSettlementTermsPayload extends Payload {}
@ObjectType({ description: "Whether it is done, or why not." })
class SaveBankAccountPayload extends Payload {}
@ObjectType({ description: "Whether it is done, or why not." })
class ChargeSupplierPayload extends Payload {}
@ObjectType({ description: "Whether it is done, or why not." })
class EndClaimPayload extends Payload {}
@ObjectType({ description: "Whether it is done, or why not." })
class TakeDepositPayload extends Payload {}
@ObjectType({ description: "Whether it is done, or why not." })
class ReturnDepositPayload extends Payload {}

/** What was agreed with suppliers about money, and what comes and goes beside statements. */
@Resolver()
export class SupplierMoneyResolver {
  @Allow(staffWith("settlement.manage"))
  @Mutation(() => SaveSettlementTermsPayload, {
    description: "Agrees how a supplier is paid. Refuses NOT_FOUND, STALE_VERSION, VALIDATION.",
  })
  saveSettlementTerms(
    @Ctx() context: Context,
    @Arg("input") input: SaveSettlementTermsInput,
  ): Promise<SaveSettlementTermsPayload> {
    return settle(async () => {
      await saveSettlementTerms(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(supplierMembers("OWNER", "FINANCE"))
  @Mutation(() => SaveBankAccountPayload, {
    description: "Says where you are paid. Refuses STALE_VERSION, VALIDATION.",
  })
  saveBankAccount(@Ctx() context: Context, @Arg("input") input: SaveBankAccountInput): Promise<SaveBankAccountPayload> {
    return settle(async () => {
      await saveBankAccount(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(staffWith("settlement.manage"))
  @Mutation(() => ChargeSupplierPayload, {
    description: "Charges a supplier; it comes off its next statement. Refuses NOT_FOUND, REASON_REQUIRED, VALIDATION.",
  })
  chargeSupplier(@Ctx() context: Context, @Arg("input") input: ChargeSupplierInput): Promise<ChargeSupplierPayload> {
    return settle(async () => {
      await chargeSupplier(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(staffWith("settlement.approve"))
  @Mutation(() => EndClaimPayload, {
    description:
      "Ends a claim by deposit, payment or giving it up. Refuses NOT_FOUND, REASON_REQUIRED, FOUR_EYES, DEPOSIT_TOO_LOW, VALIDATION.",
  })
  endClaim(@Ctx() context: Context, @Arg("input") input: EndClaimInput): Promise<EndClaimPayload> {
    return settle(async () => {
      await endClaim(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(staffWith("settlement.pay"))
  @Mutation(() => TakeDepositPayload, { description: "Books a security deposit. Refuses NOT_FOUND, VALIDATION." })
  takeDeposit(@Ctx() context: Context, @Arg("input") input: TakeDepositInput): Promise<TakeDepositPayload> {
    return settle(async () => {
      await takeDeposit(context.platform, context.viewer, input);
      return {};
    });
  }

  @Allow(staffWith("settlement.pay"))
  @Mutation(() => ReturnDepositPayload, {
    description: "Books that a deposit went back. Refuses NOT_FOUND, CLAIMS_OPEN, DEPOSIT_TOO_LOW, VALIDATION.",
  })
  returnDeposit(@Ctx() context: Context, @Arg("input") input: ReturnDepositInput): Promise<ReturnDepositPayload> {
    return settle(async () => {
      await returnDeposit(context.platform, context.viewer, input);
      return {};
    });
  }
}
