import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { DateScalar, MoneyScalar } from "../platform/scalars.js";
import type { Staff } from "../platform/viewer.js";
import { UploadSignedContractInput } from "./contract-deeds.graphql.js";
import { issueContract } from "./issue-contract.flow.js";
import { rejectContract } from "./reject-contract.flow.js";
import { loadStaffContract, StaffContract } from "./staff-contract.graphql.js";
import { uploadSignedContract } from "./upload-signed-contract.flow.js";
import { verifyContract } from "./verify-contract.flow.js";

@InputType({ description: "Which contract to issue." })
class IssueContractInput {
  @Field(() => ID, { description: "The contract." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "What stands on the signed paper." })
class VerifyContractInput {
  @Field(() => ID, { description: "The contract." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => Int, { description: "Which issue was signed." })
  revision: number;

  @Field(() => MoneyScalar, { description: "The amount that stands there; it must be that of the order." })
  amount: Fen;

  @Field(() => DateScalar, { description: "From when it counts: between the day of its issue and today." })
  effectiveOn: string;

  @Field(() => Boolean, { description: "Whether every page is there; it must be true." })
  allPages: boolean;

  @Field(() => Boolean, { description: "Whether it is signed or sealed, and dated, everywhere; it must be true." })
  signedAndSealed: boolean;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "Signed pages that are not in order, and why." })
class RejectContractInput {
  @Field(() => ID, { description: "The contract." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 300 characters." })
  reason: string;
}

@ObjectType({ description: "The issued contract, or why not." })
class IssueContractPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The contract." })
  contract?: StaffContract | null;
}
@ObjectType({ description: "The contract with its signed pages, or why not." })
class UploadContractScansPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The contract." })
  contract?: StaffContract | null;
}
@ObjectType({ description: "The contract in force, or why not." })
class VerifyContractPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The contract." })
  contract?: StaffContract | null;
}
@ObjectType({ description: "The contract, back with its customer, or why not." })
class RejectContractPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The contract." })
  contract?: StaffContract | null;
}

@Resolver()
export class ContractReviewResolver {
  @Allow(staffWith("contracts.manage"))
  @Mutation(() => IssueContractPayload, {
    description:
      "Issues a contract to be signed. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, CONTRACT_TEMPLATE_MISSING.",
  })
  issueContract(@Ctx() context: Context, @Arg("input") input: IssueContractInput): Promise<IssueContractPayload> {
    return settle(async () => {
      await issueContract(context.platform, context.viewer, input);
      return { contract: await loadStaffContract(context, input.contractId) };
    });
  }

  @Allow(staffInPerson("contracts.manage"))
  @Mutation(() => UploadContractScansPayload, {
    description:
      "Hands in the signed pages that came on paper. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION.",
  })
  uploadContractScans(
    @Ctx() context: Context,
    @Arg("input") input: UploadSignedContractInput,
  ): Promise<UploadContractScansPayload> {
    return settle(async () => {
      await uploadSignedContract(context.platform, context.viewer as Staff, input);
      return { contract: await loadStaffContract(context, input.contractId) };
    });
  }

  @Allow(staffInPerson("contracts.verify"))
  @Mutation(() => VerifyContractPayload, {
    description:
      "Puts a signed contract in force; with the gate's money the work begins. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, CONTRACT_AMOUNT_DIFFERS, VALIDATION.",
  })
  verifyContract(@Ctx() context: Context, @Arg("input") input: VerifyContractInput): Promise<VerifyContractPayload> {
    return settle(async () => {
      await verifyContract(context.platform, context.viewer, input);
      return { contract: await loadStaffContract(context, input.contractId) };
    });
  }

  @Allow(staffWith("contracts.verify"))
  @Mutation(() => RejectContractPayload, {
    description: "Sends signed pages back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  rejectContract(@Ctx() context: Context, @Arg("input") input: RejectContractInput): Promise<RejectContractPayload> {
    return settle(async () => {
      await rejectContract(context.platform, context.viewer, input);
      return { contract: await loadStaffContract(context, input.contractId) };
    });
  }
}
