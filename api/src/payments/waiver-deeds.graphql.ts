import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { approveWaiver } from "./approve-waiver.flow.js";
import { Instalment } from "./instalment.graphql.js";
import { instalmentById } from "./instalment.store.js";
import { proposeWaiver } from "./propose-waiver.flow.js";
import { rejectWaiver } from "./reject-waiver.flow.js";

@InputType({ description: "What the platform does without, and why." })
class ProposeWaiverInput {
  @Field(() => ID, { description: "One that is asked for." })
  instalmentId: string;

  @Field(() => Int, { description: "Version of the instalment you saw." })
  version: number;

  @Field(() => MoneyScalar, { description: "At most what is still open of it." })
  amount: Fen;

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A proposed waiver." })
class DecideWaiverInput {
  @Field(() => ID, { description: "The instalment it is proposed for." })
  instalmentId: string;

  @Field(() => Int, { description: "Version of the instalment you saw." })
  version: number;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The instalment with its waiver proposed or done, or why not." })
class ProposeWaiverPayload extends Payload {
  @Field(() => Instalment, { nullable: true, description: "As it is now." })
  instalment?: Instalment | null;
}

@ObjectType({ description: "The waived instalment, or why not." })
class ApproveWaiverPayload extends Payload {
  @Field(() => Instalment, { nullable: true, description: "As it is now." })
  instalment?: Instalment | null;
}

@ObjectType({ description: "The instalment that is asked for as before, or why not." })
class RejectWaiverPayload extends Payload {
  @Field(() => Instalment, { nullable: true, description: "As it is now." })
  instalment?: Instalment | null;
}

const now = async ({ platform }: Context, id: string): Promise<Instalment> =>
  found(await instalmentById(platform.database.read, id));

@Resolver()
export class WaiverDeedsResolver {
  @Allow(staffWith("payments.waive"))
  @Mutation(() => ProposeWaiverPayload, {
    description:
      "Does without part of an instalment; above the policy's amount another person decides. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED, VALIDATION.",
  })
  proposeWaiver(@Ctx() context: Context, @Arg("input") input: ProposeWaiverInput): Promise<ProposeWaiverPayload> {
    return settle(async () => {
      await proposeWaiver(context.platform, context.viewer, input);
      return { instalment: await now(context, input.instalmentId) };
    });
  }

  @Allow(staffWith("payments.waive"))
  @Mutation(() => ApproveWaiverPayload, {
    description: "Lets a proposed waiver pass. Refuses NOT_FOUND, STALE_VERSION, FOUR_EYES, INVALID_STATE.",
  })
  approveWaiver(@Ctx() context: Context, @Arg("input") input: DecideWaiverInput): Promise<ApproveWaiverPayload> {
    return settle(async () => {
      await approveWaiver(context.platform, context.viewer, input);
      return { instalment: await now(context, input.instalmentId) };
    });
  }

  @Allow(staffWith("payments.waive"))
  @Mutation(() => RejectWaiverPayload, {
    description: "Turns a proposed waiver down, or takes it back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  rejectWaiver(@Ctx() context: Context, @Arg("input") input: DecideWaiverInput): Promise<RejectWaiverPayload> {
    return settle(async () => {
      await rejectWaiver(context.platform, context.viewer, input);
      return { instalment: await now(context, input.instalmentId) };
    });
  }
}
