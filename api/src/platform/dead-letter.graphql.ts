import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "./context.js";
import { deadLetters, revive } from "./dead-letter.store.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "./payload.js";
import { Allow, staffInPerson } from "./policy.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({ implements: Node, description: "A fact that a listener could not take in after many tries." })
export class DeadLetter extends Node {
  @Field(() => String, { description: "Who could not hear it." })
  listener: string;

  @Field(() => String, { description: "What had happened." })
  factKind: string;

  @Field(() => String, { description: "Whose story it belongs to, such as order:<id>." })
  subject: string;

  @Field(() => Int, { description: "How often it was tried." })
  attempts: number;

  @Field(() => String, { description: "What went wrong the last time." })
  lastError: string;

  @Field(() => DateTimeScalar, { description: "When it was given up." })
  at: number;
}

const DeadLetterConnection = connectionType("DeadLetter", () => DeadLetter);

@InputType({ description: "The delivery to try again." })
class RetryDeadLetterInput {
  @Field(() => ID, { description: "Which one." })
  deadLetterId: string;
}
@ObjectType({ description: "Whether it is in line again." })
class RetryDeadLetterPayload extends Payload {}

@Resolver()
export class DeadLetterResolver {
  @Allow(staffInPerson("operations.manage"))
  @Query(() => DeadLetterConnection, { description: "Deliveries that were given up, newest first." })
  async deadLetters(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "End of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<DeadLetter>> {
    const page = await deadLetters(platform.database.read, pageRequest(first, after));
    return toConnection(page, (row) => row as DeadLetter);
  }

  @Allow(staffInPerson("operations.manage"))
  @Mutation(() => RetryDeadLetterPayload, { description: "Puts a given-up delivery in line again. Refuses NOT_FOUND." })
  retryDeadLetter(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: RetryDeadLetterInput,
  ): Promise<RetryDeadLetterPayload> {
    return settle(async () => {
      await platform.work.run(viewer, async (tx) => must(await revive(tx, input.deadLetterId), "NOT_FOUND"));
      platform.nudge();
      return {};
    });
  }
}
