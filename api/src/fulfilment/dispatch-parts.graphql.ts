import { Field, Float, Int, ObjectType } from "type-graphql";
import { Node } from "../platform/payload.js";
import { DateTimeScalar } from "../platform/scalars.js";
import type { AttemptState } from "./dispatch.js";
import { AttemptStateEnum } from "./ticket-parts.graphql.js";

@ObjectType({ description: "Where some points of a score come from." })
export class ScorePart {
  @Field(() => String, { description: "LEVEL, RATING, CAPACITY, COST or FAIRNESS." })
  code: string;

  @Field(() => Float, { description: "0 to 1: how good." })
  value: number;

  @Field(() => Float, { description: "How much it counts, of 100." })
  weight: number;

  @Field(() => Float, { description: "Value times weight." })
  points: number;
}

@ObjectType({ implements: Node, description: "One offer of a ticket to one supplier." })
export class DispatchAttempt extends Node {
  @Field(() => Int, { description: "A person who takes over begins a new round." })
  round: number;

  @Field(() => String, {
    description: "Why this supplier: CHOSEN_BY_CUSTOMER, RECOMMENDED, BEST_SCORE or BY_HAND.",
  })
  strategy: string;

  @Field(() => Float, { description: "Its score then, of 100." })
  score: number;

  @Field(() => [ScorePart], { description: "Where the score came from." })
  trace: ScorePart[];

  @Field(() => DateTimeScalar, { description: "When it was made." })
  offeredAt: number;

  @Field(() => DateTimeScalar, { description: "Until when it can be answered." })
  expiresAt: number;

  @Field(() => AttemptStateEnum, { description: "Whether it is open, or how it ended." })
  state: AttemptState;

  @Field(() => String, {
    nullable: true,
    description: "Why the supplier turned it down, or why it was taken back from it.",
  })
  declineReason: string | null;
}

@ObjectType({ description: "A supplier a ticket could be offered to, with the reasons for and against it." })
export class DispatchCandidate {
  @Field(() => Boolean, { description: "Whether it may be offered to this supplier now." })
  eligible: boolean;

  @Field(() => [String], {
    description:
      "Against: REGION, FULL_TODAY, FULL_THAT_DAY, BUSY, ALREADY_ASKED, PAUSED, SOLD_BY_ANOTHER. To know: CHOSEN_BY_CUSTOMER, RECOMMENDED, ASKED_EARLIER, COSTS_MORE_THAN_PRICE.",
  })
  reasons: readonly string[];

  @Field(() => Float, { description: "Its score now, of 100." })
  score: number;

  @Field(() => [ScorePart], { description: "Where the score comes from." })
  trace: readonly ScorePart[];
}
