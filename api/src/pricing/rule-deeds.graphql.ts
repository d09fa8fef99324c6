import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { activatePriceRule } from "./activate-price-rule.flow.js";
import { disablePriceRule } from "./disable-price-rule.flow.js";
import { FormulaParamInput, paramsOf } from "./formula-deeds.graphql.js";
import { FunderEnum } from "./price.graphql.js";
import { reorderPriceRules } from "./reorder-price-rules.flow.js";
import { PriceRule, RuleActionEnum, RuleTargetEnum } from "./rule.graphql.js";
import type { Funder, RuleAction, RuleScope, RuleTarget } from "./rule.js";
import { allRules, ruleById } from "./rule.store.js";
import { savePriceRule } from "./save-price-rule.flow.js";

@InputType({ description: "Where a rule or a coupon counts; an empty or missing list is everywhere." })
export class PriceScopeInput {
  @Field(() => [ID], { nullable: true, description: "Products." })
  productIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Service items." })
  itemIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Suppliers." })
  supplierIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Customer groups." })
  groupIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Codes of regions." })
  regionCodes?: string[] | null;
}

@InputType({ description: "A rule's draft, whole." })
class SavePriceRuleInput {
  @Field(() => ID, { nullable: true, description: "The rule; without it a new one is made." })
  ruleId?: string | null;

  @Field(() => Int, { nullable: true, description: "The draft's version you have seen; without it there is none yet." })
  version?: number | null;

  @Field(() => String, { description: "Its name; customers read it in the price." })
  name: string;

  @Field(() => RuleTargetEnum, { description: "What it changes." })
  target: RuleTarget;

  @Field(() => PriceScopeInput, { description: "Where it counts." })
  scope: PriceScopeInput;

  @Field(() => [FormulaParamInput], { description: "What its expressions are told of the product's inputs." })
  params: FormulaParamInput[];

  @Field(() => String, { nullable: true, description: "It counts only where this is true." })
  condition?: string | null;

  @Field(() => RuleActionEnum, { description: "What it does." })
  action: RuleAction;

  @Field(() => String, { nullable: true, description: "Yuan, or the factor of MULTIPLY, as decimal text." })
  value?: string | null;

  @Field(() => String, { nullable: true, description: "The new amount in yuan, for FORMULA." })
  formula?: string | null;

  @Field(() => Boolean, { description: "Whether later rules leave alone what it has changed." })
  stop: boolean;

  @Field(() => FunderEnum, { description: "Whose gain or loss it is." })
  fundedBy: Funder;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when it counts." })
  validFrom?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it counts." })
  validTo?: number | null;
}

@InputType({ description: "Which version of a rule." })
class RuleVersionInput {
  @Field(() => ID, { description: "Of the version." })
  ruleVersionId: string;

  @Field(() => Int, { description: "The version of it that you have seen." })
  version: number;
}

@InputType({ description: "Another order for all rules." })
class ReorderPriceRulesInput {
  @Field(() => [ID], { description: "The rules as you saw them stand." })
  seen: string[];

  @Field(() => [ID], { description: "Every rule once, in the order they count in from now on." })
  ruleIds: string[];
}

@ObjectType({ description: "The rule with its draft." })
class SavePriceRulePayload extends Payload {
  @Field(() => PriceRule, { nullable: true, description: "As it is now." })
  rule?: PriceRule | null;
}
@ObjectType({ description: "The rule after it." })
class ActivatePriceRulePayload extends Payload {
  @Field(() => PriceRule, { nullable: true, description: "As it is now." })
  rule?: PriceRule | null;
}
@ObjectType({ description: "The rule after it." })
class DisablePriceRulePayload extends Payload {
  @Field(() => PriceRule, { nullable: true, description: "As it is now." })
  rule?: PriceRule | null;
}
@ObjectType({ description: "The rules after it." })
class ReorderPriceRulesPayload extends Payload {
  @Field(() => [PriceRule], { nullable: true, description: "Every rule in order." })
  rules?: PriceRule[] | null;
}

@Resolver()
export class PriceRuleDeedsResolver {
  @Allow(staffWith("pricing.manage"))
  @Mutation(() => SavePriceRulePayload, {
    description:
      "Writes a rule's draft. Refuses VALIDATION, FORMULA_INVALID (code and place of the first issue in the data), NOT_FOUND, STALE_VERSION.",
  })
  savePriceRule(@Ctx() context: Context, @Arg("input") input: SavePriceRuleInput): Promise<SavePriceRulePayload> {
    return settle(async () => {
      const { ruleId = null, version = null, name, ...given } = input;
      const { condition = null, value = null, formula = null, validFrom = null, validTo = null, ...rest } = given;
      const wishes = { ...rest, condition, value, formula, validFrom, validTo };
      const text = { ...wishes, scope: scopeOf(given.scope), params: paramsOf(given.params) };
      const id = await savePriceRule(context.platform, context.viewer, { ruleId, version, name, text });
      return { rule: await read(context, id) };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => ActivatePriceRulePayload, {
    description:
      "Puts a rule's draft in force in place of its former version. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, MARGIN_BELOW_FLOOR, FOUR_EYES.",
  })
  activatePriceRule(@Ctx() context: Context, @Arg("input") input: RuleVersionInput): Promise<ActivatePriceRulePayload> {
    return settle(async () => {
      return { rule: await read(context, await activatePriceRule(context.platform, context.viewer, input)) };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => DisablePriceRulePayload, {
    description: "Takes a rule out of force at once. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  disablePriceRule(@Ctx() context: Context, @Arg("input") input: RuleVersionInput): Promise<DisablePriceRulePayload> {
    return settle(async () => {
      return { rule: await read(context, await disablePriceRule(context.platform, context.viewer, input)) };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => ReorderPriceRulesPayload, {
    description: "Puts all rules in another order. Refuses STALE_VERSION, VALIDATION.",
  })
  reorderPriceRules(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: ReorderPriceRulesInput,
  ): Promise<ReorderPriceRulesPayload> {
    return settle(async () => {
      await reorderPriceRules(platform, viewer, input);
      return { rules: await allRules(platform.database.read) };
    });
  }
}

/** A scope as the rules read it. */
export function scopeOf(input: PriceScopeInput): RuleScope {
  const { productIds, itemIds, supplierIds, groupIds, regionCodes } = input;
  return {
    productIds: productIds ?? [],
    itemIds: itemIds ?? [],
    supplierIds: supplierIds ?? [],
    groupIds: groupIds ?? [],
    regionCodes: regionCodes ?? [],
  };
}

async function read({ platform }: Context, id: string): Promise<PriceRule | null> {
  return (await ruleById(platform.database.read, id)) ?? null;
}
