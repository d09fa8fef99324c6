import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { dayOf } from "../kernel/day.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, anyone } from "../platform/policy.js";
import { DateScalar } from "../platform/scalars.js";
import { ComponentChoiceInput, InputValueInput } from "../pricing/price.graphql.js";
import { priceProduct } from "../pricing/price-product.flow.js";

import { loadEffectiveServices } from "../suppliers/service.graphql.js";
import { loadWantedDays, WantedDays } from "../suppliers/wanted-day.graphql.js";
import { beginning, earliestDay } from "./service-day.js";

@ObjectType({ description: "Days, or why nobody can say." })
class WantedDaysPayload extends Payload {
  @Field(() => WantedDays, { nullable: true, description: "The days." })
  wanted?: WantedDays | null;
}

const MAX_DAYS = 62;
const FROM = { nullable: true, description: "First day; today without." };
const COUNT = { nullable: true, description: "How many days, at most 62; 31 without." };

@Resolver(() => WantedDays)
export class WantedDaysResolver {
  @Allow(anyone)
  @Query(() => WantedDaysPayload, {
    description:
      "On which days an order of these wishes could begin, at whoever would do the first of the work. Refuses what priceProduct refuses. It keeps nothing: of many who want a last place, placeOrder gives it to one.",
  })
  wantedDays(
    @Ctx() context: Context,
    @Arg("productId", () => ID, { description: "Of the product." }) productId: string,
    @Arg("regionCode", () => String, { description: "Where the work is done." }) regionCode: string,
    @Arg("inputs", () => [InputValueInput], { description: "Answers to the product's questions." })
    inputs: InputValueInput[],
    @Arg("choices", () => [ComponentChoiceInput], { description: "What is wanted, and by whom." })
    choices: ComponentChoiceInput[],
    @Arg("from", () => DateScalar, FROM) from?: string | null,
    @Arg("days", () => Int, COUNT) days?: number | null,
  ): Promise<WantedDaysPayload> {
    return settle(async () => {
      const { platform, viewer } = context;
      const now = platform.clock.now();
      const { lines } = await priceProduct(platform, viewer, { productId, regionCode, inputs, choices });
      const offered = await Promise.all(lines.map(({ itemId }) => loadEffectiveServices(context, itemId)));
      const wanted = beginning(lines, offered.flat()).map(({ service }) => service);
      const count = Math.min(Math.max(days ?? 31, 1), MAX_DAYS);
      const asked = { from: from ?? dayOf(now), count, earliest: earliestDay(wanted, now) };
      return { wanted: await loadWantedDays(context, wanted, asked) };
    });
  }
}
