import { Arg, Ctx, Field, FieldResolver, Float, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { InstalmentNature, InstalmentTrigger } from "../catalogue/product.js";
import { InstalmentNatureEnum, InstalmentTriggerEnum } from "../catalogue/version.graphql.js";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, anyone, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { priceProduct, type ToldPrice } from "./price-product.flow.js";

@InputType({ description: "A customer's answer to one of the product's questions." })
export class InputValueInput {
  @Field(() => String, { description: "Code of the question." })
  code: string;

  @Field(() => String, { description: "The answer as text; numbers with a dot." })
  value: string;
}

@InputType({ description: "Whether a component is wanted, and by whom." })
export class ComponentChoiceInput {
  @Field(() => ID, { description: "Of the product's component." })
  componentId: string;

  @Field(() => Boolean, { description: "Required components can't be left out." })
  selected: boolean;

  @Field(() => ID, { nullable: true, description: "The supplier; without one the platform chooses." })
  supplierId?: string | null;
}

@ObjectType({ description: "One selected component with its supplier and its price." })
class PriceLine {
  @Field(() => ID, { description: "Of the product's component." })
  componentId: string;

  @Field(() => String, { description: "The service item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, { description: "Price of the line, rounded once." })
  amount: Fen;

  @Field(() => Boolean, { description: "Whether the platform chose the supplier." })
  chosenByPlatform: boolean;

  @Field(() => String, { description: "How the amount came about, in figures: ¥220.00 × 12 月." })
  explanation: string;

  supplierId: string;
}

@ObjectType({ description: "One instalment of the plan, in money." })
class PlanAmount {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => InstalmentNatureEnum, { description: "What kind of payment it is." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, { nullable: true, description: "Days after completion, for AFTER_DAYS." })
  afterDays: number | null;

  @Field(() => Boolean, { description: "Whether the work starts when it is paid." })
  gate: boolean;

  @Field(() => MoneyScalar, { description: "Its part of the total; the parts sum to it exactly." })
  amount: Fen;
}

@ObjectType({ description: "A price with everything it was made of." })
export class PriceBreakdown {
  @Field(() => MoneyScalar, { description: "The sum of the lines." })
  total: Fen;

  @Field(() => [PriceLine], { description: "What it is for." })
  lines: readonly PriceLine[];

  @Field(() => [PlanAmount], { description: "When it is paid." })
  plan: readonly PlanAmount[];

  @Field(() => ID, { description: "The version of the product that was priced." })
  productVersionId: string;

  @Field(() => String, { description: "Names exactly this price; send it back with the order." })
  hash: string;
}

@ObjectType({ description: "A price, or why there is none." })
class PricePayload extends Payload {
  @Field(() => PriceBreakdown, { nullable: true, description: "The price." })
  price?: PriceBreakdown | null;
}

/** A price as anybody may see it: without costs. */
export function priceView(price: ToldPrice): PriceBreakdown {
  const lines = price.lines.map(({ costAmount: _cost, ...line }) => ({
    ...line,
    chosenByPlatform: line.chosenBy === "PLATFORM",
  }));
  const { total, plan, productVersionId, hash } = price;
  return { total, lines, plan, productVersionId, hash };
}

const inputsArg = { description: "Answers to the product's questions, as far as they are known." };
const choicesArg = { description: "What is wanted; components not named are as the product suggests." };

@Resolver(() => PriceLine)
export class PriceResolver {
  @Allow(anyone)
  @Query(() => PricePayload, {
    description:
      "What a product costs for these wishes. Refuses PRODUCT_NOT_AVAILABLE, REGION_NOT_SERVED, NO_SUPPLIER, SUPPLIER_NOT_ELIGIBLE, QUANTITY_OUT_OF_RANGE, VALIDATION.",
  })
  priceProduct(
    @Ctx() { platform, viewer }: Context,
    @Arg("productId", () => ID, { description: "Of the product." }) productId: string,
    @Arg("regionCode", () => String, { description: "Where the work is done." }) regionCode: string,
    @Arg("inputs", () => [InputValueInput], inputsArg) inputs: InputValueInput[],
    @Arg("choices", () => [ComponentChoiceInput], choicesArg) choices: ComponentChoiceInput[],
  ): Promise<PricePayload> {
    return settle(async () => ({
      price: priceView(await priceProduct(platform, viewer, { productId, regionCode, inputs, choices })),
    }));
  }

  @Allow(staffWith("catalogue.read"))
  @Query(() => PricePayload, {
    description:
      "What a version of a product, also a draft, would cost for these wishes. Refuses what priceProduct does.",
  })
  previewProductPrice(
    @Ctx() { platform, viewer }: Context,
    @Arg("productVersionId", () => ID, { description: "Of the version." }) productVersionId: string,
    @Arg("regionCode", () => String, { description: "Where the work is done." }) regionCode: string,
    @Arg("inputs", () => [InputValueInput], inputsArg) inputs: InputValueInput[],
    @Arg("choices", () => [ComponentChoiceInput], choicesArg) choices: ComponentChoiceInput[],
  ): Promise<PricePayload> {
    return settle(async () => ({
      price: priceView(await priceProduct(platform, viewer, { productVersionId, regionCode, inputs, choices })),
    }));
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it." })
  supplier(@Parent() line: PriceLine, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, line.supplierId);
  }
}
