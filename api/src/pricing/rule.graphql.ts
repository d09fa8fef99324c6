import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { isWriter } from "../platform/writers.js";
import type { FormulaVariable } from "./formula/index.js";
import { FormulaParam } from "./formula.graphql.js";
import { asksForAnother } from "./four-eyes.graphql.js";
import { FunderEnum } from "./price.graphql.js";
import {
  type Funder,
  type RuleAction,
  type RuleScope,
  type RuleState,
  type RuleTarget,
  ruleActions,
  ruleLife,
  ruleTargets,
} from "./rule.js";
import { allRules, type PriceRuleRow, type PriceRuleVersionRow, ruleVersionsOf } from "./rule.store.js";

export const RuleTargetEnum = enumOf(ruleTargets);
registerEnumType(RuleTargetEnum, {
  name: "RuleTarget",
  description: "LINE: every line by itself; WHOLE: the whole afterwards, shared out over its lines.",
});
export const RuleActionEnum = enumOf(ruleActions);
registerEnumType(RuleActionEnum, {
  name: "RuleAction",
  description:
    "What becomes of the amount: set, added to, multiplied, kept from falling below (MIN) or rising above (MAX).",
});
const RuleStateEnum = enumOf(ruleLife.states);
registerEnumType(RuleStateEnum, { name: "RuleState", description: "Where a version of a rule stands." });

@ObjectType({ description: "Where a rule or a coupon counts; an empty list is everywhere." })
export class PriceScope implements RuleScope {
  @Field(() => [ID], { description: "Products." })
  productIds: readonly string[];

  @Field(() => [ID], { description: "Service items." })
  itemIds: readonly string[];

  @Field(() => [ID], { description: "Suppliers." })
  supplierIds: readonly string[];

  @Field(() => [ID], { description: "Customer groups." })
  groupIds: readonly string[];

  @Field(() => [String], { description: "Codes of regions." })
  regionCodes: readonly string[];
}

@ObjectType({ implements: Node, description: "What a rule says." })
export class PriceRuleVersion extends Node {
  @Field(() => Int, { description: "1, 2, 3 …" })
  number: number;

  @Field(() => String, { description: "Its name; customers read it in the price." })
  name: string;

  @Field(() => RuleTargetEnum, { description: "What it changes." })
  target: RuleTarget;

  @Field(() => PriceScope, { description: "Where it counts." })
  scope: RuleScope;

  @Field(() => [FormulaParam], { description: "What its expressions are told of the product's inputs." })
  params: readonly FormulaVariable[];

  @Field(() => String, { nullable: true, description: "It counts only where this is true." })
  condition: string | null;

  @Field(() => RuleActionEnum, { description: "What it does." })
  action: RuleAction;

  @Field(() => String, { nullable: true, description: "Yuan, or the factor of MULTIPLY, as decimal text." })
  value: string | null;

  @Field(() => String, { nullable: true, description: "The new amount in yuan, for FORMULA." })
  formula: string | null;

  @Field(() => Boolean, { description: "Whether later rules leave alone what it has changed." })
  stop: boolean;

  @Field(() => FunderEnum, { description: "Whose gain or loss it is." })
  fundedBy: Funder;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when it counts." })
  validFrom: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when it counts." })
  validTo: number | null;

  @Field(() => RuleStateEnum, { description: "Where it stands." })
  state: RuleState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it came into force." })
  activatedAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  authorId: string | null;
}

@ObjectType({ implements: Node, description: "Something that changes prices, at its place among all rules." })
export class PriceRule extends Node {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => Int, { description: "Rules count in this order." })
  position: number;
}

@Resolver(() => PriceRule)
export class PriceRuleResolver {
  @Allow(staffWith("pricing.read"))
  @Query(() => [PriceRule], { description: "Every rule in the order they count in." })
  priceRules(@Ctx() { platform }: Context): Promise<PriceRule[]> {
    return allRules(platform.database.read);
  }

  @FieldResolver(() => [PriceRuleVersion], { description: "Its versions, newest first." })
  versions(@Parent() rule: PriceRuleRow, @Ctx() context: Context): Promise<PriceRuleVersion[]> {
    return loadVersions(context, rule.id);
  }

  @FieldResolver(() => PriceRuleVersion, { nullable: true, description: "The version in force." })
  async active(@Parent() rule: PriceRuleRow, @Ctx() context: Context): Promise<PriceRuleVersion | null> {
    return (await loadVersions(context, rule.id)).find(({ activeKey }) => activeKey !== null) ?? null;
  }

  @FieldResolver(() => PriceRuleVersion, { nullable: true, description: "The version that may be edited." })
  async draft(@Parent() rule: PriceRuleRow, @Ctx() context: Context): Promise<PriceRuleVersion | null> {
    return (await loadVersions(context, rule.id)).find((version) => version.state === "DRAFT") ?? null;
  }
}

@Resolver(() => PriceRuleVersion)
export class PriceRuleVersionResolver {
  @FieldResolver(() => String, { nullable: true, description: "Who wrote it; null for the platform itself." })
  async author(@Parent() { authorId }: PriceRuleVersionRow, @Ctx() context: Context): Promise<string | null> {
    return authorId === null ? null : ((await loadAccount(context, authorId))?.displayName ?? null);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer had a hand in it." })
  mine(@Parent() { id }: PriceRuleVersionRow, @Ctx() context: Context): Promise<boolean> {
    return isWriter(context, id);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether somebody else must activate it: the viewer wrote it, and the policy asks for another person.",
  })
  async byAnother(@Parent() version: PriceRuleVersionRow, @Ctx() context: Context): Promise<boolean> {
    return (await this.mine(version, context)) && asksForAnother(context);
  }
}

const VERSIONS = Symbol("versions of rules");

async function loadVersions({ platform, loaders }: Context, ruleId: string): Promise<PriceRuleVersionRow[]> {
  const loader = loaders.byId(VERSIONS, async (ids) => {
    const rows = await ruleVersionsOf(platform.database.read, ids);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.ruleId === id)]));
  });
  return (await loader.load(ruleId)) ?? [];
}
