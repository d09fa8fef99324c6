import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { loadStaffContract, StaffContract } from "./staff-contract.graphql.js";
import { startAddendum } from "./start-addendum.flow.js";
import { voidContract } from "./void-contract.flow.js";

@InputType({ description: "A contract that shall count no more, and why." })
class VoidContractInput {
  @Field(() => ID, { description: "The contract, or an addendum." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 300 characters." })
  reason: string;
}

@InputType({ description: "What an addendum is made from." })
class StartAddendumInput {
  @Field(() => ID, { description: "The contract whose amount is another than its order's." })
  contractId: string;

  @Field(() => Int, { description: "Version of the contract you saw." })
  version: number;

  @Field(() => String, { description: "Code of the addendum's template." })
  templateCode: string;

  @Field(() => String, { description: "Why the amount is another; it is printed. At most 300 characters." })
  cause: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The voided contract, or why not." })
class VoidContractPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The contract; its order has a new one to be issued." })
  contract?: StaffContract | null;
}
@ObjectType({ description: "The addendum, to be issued and signed like its contract, or why not." })
class StartAddendumPayload extends Payload {
  @Field(() => StaffContract, { nullable: true, description: "The addendum." })
  addendum?: StaffContract | null;
}

@Resolver()
export class ContractChangesResolver {
  @Allow(staffInPerson("contracts.verify"))
  @Mutation(() => VoidContractPayload, {
    description:
      "Takes a contract back by hand; a new one is begun. Needs contracts.manage as well. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE (also once the work has begun), REASON_REQUIRED.",
  })
  voidContract(@Ctx() context: Context, @Arg("input") input: VoidContractInput): Promise<VoidContractPayload> {
    return settle(async () => {
      await voidContract(context.platform, context.viewer, input);
      return { contract: await loadStaffContract(context, input.contractId) };
    });
  }

  @Allow(staffWith("contracts.manage"))
  @Mutation(() => StartAddendumPayload, {
    description:
      "Begins an addendum of a contract whose order costs something else by now. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED, ADDENDUM_NOT_NEEDED, CONTRACT_TEMPLATE_MISSING.",
  })
  startAddendum(@Ctx() context: Context, @Arg("input") input: StartAddendumInput): Promise<StartAddendumPayload> {
    return settle(async () => {
      const id = await startAddendum(context.platform, context.viewer, input);
      return { addendum: await loadStaffContract(context, id) };
    });
  }
}
