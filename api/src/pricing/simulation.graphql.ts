import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { NumberedSimulation } from "./simulate.js";
import { simulateFormula } from "./simulate-formula.flow.js";
import { simulatePriceRule } from "./simulate-price-rule.flow.js";

@ObjectType({ description: "What would have become of an order of the past." })
class SimulatedOrder {
  @Field(() => ID, { description: "The order." })
  orderId: string;

  @Field(() => String, { description: "Its number." })
  orderNo: string;

  @Field(() => MoneyScalar, { description: "What it cost." })
  before: Fen;

  @Field(() => MoneyScalar, { nullable: true, description: "What it would have cost; null when it had no price." })
  after: Fen | null;

  @Field(() => Boolean, { description: "Whether its margin would newly be below the floor." })
  fallsBelowFloor: boolean;
}

@ObjectType({ description: "The effect of a change on the last hundred orders it concerns." })
class PriceSimulation {
  @Field(() => Int, { description: "How many orders were looked at." })
  count: number;

  @Field(() => Int, { description: "How many would have cost something else." })
  changed: number;

  @Field(() => MoneyScalar, { description: "Sum of the differences; negative when orders would have cost less." })
  difference: Fen;

  @Field(() => Int, { description: "How many would newly be below the margin floor." })
  belowFloor: number;

  @Field(() => [SimulatedOrder], { description: "Each order, newest first." })
  orders: SimulatedOrder[];
}

@Resolver()
export class SimulationResolver {
  @Allow(staffWith("pricing.read"))
  @Query(() => PriceSimulation, {
    nullable: true,
    description: "What a version of a formula, also a draft, would have made of the orders priced by that formula.",
  })
  async simulateFormula(
    @Ctx() { platform, viewer }: Context,
    @Arg("formulaVersionId", () => ID, { description: "Of the version." }) formulaVersionId: string,
  ): Promise<PriceSimulation | null> {
    const result = await simulateFormula(platform, viewer, { formulaVersionId });
    return result && simulationView(result);
  }

  @Allow(staffWith("pricing.read"))
  @Query(() => PriceSimulation, {
    nullable: true,
    description: "What a version of a rule, also a draft, would have made of the last hundred orders.",
  })
  async simulatePriceRule(
    @Ctx() { platform, viewer }: Context,
    @Arg("ruleVersionId", () => ID, { description: "Of the version." }) ruleVersionId: string,
  ): Promise<PriceSimulation | null> {
    const result = await simulatePriceRule(platform, viewer, { ruleVersionId });
    return result && simulationView(result);
  }
}

/** A simulation as staff see it: no cost leaves it. */
function simulationView({ orders, numbers, ...sums }: NumberedSimulation): PriceSimulation {
  const views = orders.map((order) => ({ ...order, orderNo: numbers.get(order.orderId) ?? "" }));
  return { ...sums, count: orders.length, orders: views };
}
