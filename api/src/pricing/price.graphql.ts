import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Party } from "../catalogue/collection.js";
import type { InstalmentNature, InstalmentTrigger } from "../catalogue/product.js";
import { InstalmentNatureEnum, InstalmentTriggerEnum, PartyEnum } from "../catalogue/version.graphql.js";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, anyone, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { type TraceKind, traceKinds } from "./basis.js";
import { isByMinCharge } from "./evaluate-price.js";
import { priceProduct, type ToldPrice } from "./price-product.flow.js";
import { type Funder, funders } from "./rule.js";

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

export const PriceStepKindEnum = enumOf(traceKinds);
registerEnumType(PriceStepKindEnum, {
  name: "PriceStepKind",
  description:
    "ITEM: sale price or formula; MIN_CHARGE: the least the supplier charges, where it is more; RULE: a rule on this line; WHOLE_RULE, COUPON: this line's share of one.",
});
export const FunderEnum = enumOf(funders);
registerEnumType(FunderEnum, { name: "Funder", description: "Whose gain or loss a rule or coupon is." });

@ObjectType({ description: "One step on the way to a line's amount; each begins where the one before it ended." })
export class PriceStep {
  @Field(() => PriceStepKindEnum, { description: "What kind of step." })
  kind: TraceKind;

  @Field(() => String, { description: "The formula in the customer's own numbers, or the name of the rule or coupon." })
  text: string;

  @Field(() => MoneyScalar, { description: "The amount before it." })
  before: Fen;

  @Field(() => MoneyScalar, { description: "The amount after it." })
  after: Fen;

  @Field(() => FunderEnum, { nullable: true, description: "Who funds it; null for the item's own price." })
  fundedBy: Funder | null;
}

@ObjectType({ description: "What one rule or coupon did to a price." })
export class PriceEffect {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, { description: "What it added; negative when it took off." })
  effect: Fen;

  @Field(() => FunderEnum, { description: "Who funds it." })
  fundedBy: Funder;
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

  @Field(() => MoneyScalar, { description: "By sale price or formula, before any rule." })
  listAmount: Fen;

  @Field(() => MoneyScalar, { description: "Price of the line, rounded once." })
  amount: Fen;

  @Field(() => MoneyScalar, { description: "Its share of what rules over the whole and the coupon changed." })
  discountShare: Fen;

  @Field(() => MoneyScalar, { description: "The tax that the amount contains." })
  taxAmount: Fen;

  @Field(() => Boolean, { description: "Whether a formula priced it rather than the price of one unit." })
  byFormula: boolean;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "The least its supplier charges for a piece of work; null for none.",
  })
  minCharge: Fen | null;

  @Field(() => Boolean, { description: "Whether that least charge counted, since the units come to less." })
  byMinCharge: boolean;

  @Field(() => [PriceStep], { description: "How the amount came about, step by step." })
  trace: readonly PriceStep[];

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

  @Field(() => PartyEnum, { nullable: true, description: "Who collects it; the platform when it says nothing." })
  collector?: Party;

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

  @Field(() => MoneyScalar, { description: "The tax that the total contains." })
  tax: Fen;

  @Field(() => [PriceEffect], { description: "The rules that counted, in order." })
  rules: readonly PriceEffect[];

  @Field(() => [PriceEffect], { description: "The coupon, if one was used." })
  coupons: readonly PriceEffect[];

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
  const lines = price.lines.map(({ costAmount: _cost, unitCost: _unitCost, ...line }) => ({
    ...line,
    chosenByPlatform: line.chosenBy === "PLATFORM",
    byFormula: line.formulaVersionId !== null,
    byMinCharge: isByMinCharge(line.trace),
  }));
  const { total, tax, rules, coupons, plan, productVersionId, hash } = price;
  return { total, tax, rules, coupons, lines, plan, productVersionId, hash };
}

const inputsArg = { description: "Answers to the product's questions, as far as they are known." };
const choicesArg = { description: "What is wanted; components not named are as the product suggests." };

@Resolver(() => PriceLine)
export class PriceResolver {
  @Allow(anyone)
  @Query(() => PricePayload, {
    description:
      "What a product costs for these wishes. Refuses PRODUCT_NOT_AVAILABLE, REGION_NOT_SERVED, NO_SUPPLIER, SUPPLIER_NOT_ELIGIBLE, QUANTITY_OUT_OF_RANGE, VALIDATION, COUPON_UNKNOWN, COUPON_NOT_APPLICABLE, COUPON_USED_UP, RATE_LIMITED.",
  })
  priceProduct(
    @Ctx() { platform, viewer }: Context,
    @Arg("productId", () => ID, { description: "Of the product." }) productId: string,
    @Arg("regionCode", () => String, { description: "Where the work is done." }) regionCode: string,
    @Arg("inputs", () => [InputValueInput], inputsArg) inputs: InputValueInput[],
    @Arg("choices", () => [ComponentChoiceInput], choicesArg) choices: ComponentChoiceInput[],
    @Arg("couponCode", () => String, { nullable: true, description: "A coupon to use." }) couponCode?: string | null,
  ): Promise<PricePayload> {
    return settle(async () => ({
      price: priceView(await priceProduct(platform, viewer, { productId, regionCode, inputs, choices, couponCode })),
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
