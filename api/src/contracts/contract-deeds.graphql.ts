import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import type { Customer } from "../platform/viewer.js";
import { Contract, loadContract } from "./contract.graphql.js";
import { uploadSignedContract } from "./upload-signed-contract.flow.js";

@InputType({ description: "The signed pages of a contract." })
export class UploadSignedContractInput {
  @Field(() => ID, { description: "The contract." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => [ID], {
    description: "1 to 20 files of your own that were uploaded as CONTRACT, in the order of the pages.",
  })
  fileIds: string[];

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The contract with its signed pages, or why not." })
class UploadSignedContractPayload extends Payload {
  @Field(() => Contract, { nullable: true, description: "The contract." })
  contract?: Contract | null;
}

@Resolver()
export class ContractDeedsResolver {
  @Allow(customers)
  @Mutation(() => UploadSignedContractPayload, {
    description:
      "Hands in the signed pages; those handed in before are replaced. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION.",
  })
  uploadSignedContract(
    @Ctx() context: Context,
    @Arg("input") input: UploadSignedContractInput,
  ): Promise<UploadSignedContractPayload> {
    return settle(async () => {
      await uploadSignedContract(context.platform, context.viewer as Customer, input);
      return { contract: await loadContract(context, input.contractId) };
    });
  }
}
