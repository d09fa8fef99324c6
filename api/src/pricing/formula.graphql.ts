import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { groupBy } from "../kernel/group.js";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { isWriter } from "../platform/writers.js";
import type { FormulaVariable, ValueType } from "./formula/index.js";
import {
  allFormulas,
  type FormulaRow,
  type FormulaVersionRow,
  formulaByCode,
  formulaVersionsOf,
  standingVersions,
  textOfVersion,
} from "./formula.store.js";
import { runTests } from "./formula-run.js";
import { type FormulaState, formulaLife, versionInForce } from "./formula-version.js";
import { asksForAnother } from "./four-eyes.graphql.js";
import { type RoundingMode, roundingModes } from "./rounding.js";

export const FormulaValueTypeEnum = enumOf<ValueType>(["NUMBER", "TEXT", "BOOLEAN"]);
registerEnumType(FormulaValueTypeEnum, {
  name: "FormulaValueType",
  description: "What a parameter of a formula holds.",
});
export const FormulaTableKindEnum = enumOf(["TIER", "LOOKUP"] as const);
registerEnumType(FormulaTableKindEnum, {
  name: "FormulaTableKind",
  description: "TIER: the row with the greatest `from` not above x; LOOKUP: the row of exactly this key.",
});
export const RoundingModeEnum = enumOf(roundingModes);
registerEnumType(RoundingModeEnum, { name: "RoundingMode", description: "UP is away from zero, DOWN towards it." });
const FormulaStateEnum = enumOf(formulaLife.states);
registerEnumType(FormulaStateEnum, {
  name: "FormulaState",
  description:
    "DRAFT may be edited, TESTED has every example come out, PUBLISHED never changes, RETIRED counts no more.",
});

@ObjectType({ description: "Something a formula is told." })
export class FormulaParam {
  @Field(() => String, { description: "Its name in the expression." })
  name: string;

  @Field(() => FormulaValueTypeEnum, { description: "What it holds." })
  type: ValueType;

  @Field(() => String, { nullable: true, description: "Unit of a number, such as 元/㎡." })
  unit: string | null;

  @Field(() => String, { nullable: true, description: "The least number allowed." })
  min: string | null;

  @Field(() => String, { nullable: true, description: "The greatest number allowed." })
  max: string | null;

  @Field(() => [String], { description: "The texts allowed; empty for any." })
  options: readonly string[];

  @Field(() => String, { nullable: true, description: "What is presumed when it is not told." })
  default: string | null;
}

@ObjectType({ description: "A row of a formula's table." })
class FormulaTableRow {
  @Field(() => String, { nullable: true, description: "TIER: from which number on." })
  from?: string | null;

  @Field(() => String, { nullable: true, description: "LOOKUP: for which text." })
  key?: string | null;

  @Field(() => String, { description: "The number it gives." })
  value: string;
}

@ObjectType({ description: "A table that a formula looks numbers up in." })
export class FormulaTable {
  @Field(() => String, { description: "Its name in the expression." })
  name: string;

  @Field(() => FormulaTableKindEnum, { description: "How a row is found." })
  kind: "TIER" | "LOOKUP";

  @Field(() => [FormulaTableRow], { description: "Its rows." })
  rows: readonly FormulaTableRow[];
}

@ObjectType({ description: "A value that an example gives." })
class FormulaTestValue {
  @Field(() => String, { description: "Name of the parameter; unit_price and quantity are always known." })
  name: string;

  @Field(() => String, { description: "The value as text." })
  value: string;
}

@ObjectType({ description: "A stored example, and how it comes out." })
class FormulaTest {
  @Field(() => String, { description: "What it is an example of." })
  name: string;

  @Field(() => [FormulaTestValue], { description: "What is told." })
  inputs: readonly FormulaTestValue[];

  @Field(() => MoneyScalar, { description: "What must come out, after rounding." })
  expected: Fen;

  @Field(() => MoneyScalar, { nullable: true, description: "What comes out; null when nothing does." })
  actual: Fen | null;

  @Field(() => String, { nullable: true, description: "Code of why nothing comes out, such as DIVISION_BY_ZERO." })
  error: string | null;

  @Field(() => Boolean, { description: "Whether it comes out exactly." })
  passed: boolean;
}

@ObjectType({ implements: Node, description: "What a formula says from an instant on." })
export class FormulaVersion extends Node {
  @Field(() => Int, { description: "1, 2, 3 …" })
  number: number;

  @Field(() => [FormulaParam], { description: "What it is told beside unit_price and quantity." })
  params: readonly FormulaVariable[];

  @Field(() => [FormulaTable], { description: "Where it looks numbers up." })
  tables: readonly FormulaTable[];

  @Field(() => String, { description: "The expression." })
  expression: string;

  @Field(() => String, { nullable: true, description: "Unit of what comes out." })
  resultUnit: string | null;

  @Field(() => Int, { description: "What the price is rounded to, in fen: 100 is whole yuan." })
  roundingStep: number;

  @Field(() => RoundingModeEnum, { description: "How it is rounded." })
  roundingMode: RoundingMode;

  @Field(() => FormulaStateEnum, { description: "Where it stands." })
  state: FormulaState;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when it counts, once published." })
  effectiveFrom: number | null;

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was published." })
  publishedAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  authorId: string | null;
  publisherId: string | null;
}

@ObjectType({ implements: Node, description: "A way to work out a price, as versions with dates." })
export class Formula extends Node {
  @Field(() => String, { description: "What products and rules name it by." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => Int, { description: "Grows with every edit." })
  version: number;
}

@Resolver(() => Formula)
export class FormulaResolver {
  @Allow(staffWith("pricing.read"))
  @Query(() => [Formula], { description: "Every formula by its code." })
  formulas(@Ctx() { platform }: Context): Promise<Formula[]> {
    return allFormulas(platform.database.read);
  }

  @Allow(staffWith("pricing.read"))
  @Query(() => Formula, { nullable: true, description: "A formula by its code." })
  async formula(
    @Ctx() { platform }: Context,
    @Arg("code", () => String, { description: "Its code." }) code: string,
  ): Promise<Formula | null> {
    return (await formulaByCode(platform.database.read, code)) ?? null;
  }

  @FieldResolver(() => [FormulaVersion], { description: "Its versions, newest first." })
  versions(@Parent() formula: FormulaRow, @Ctx() context: Context): Promise<FormulaVersion[]> {
    return loadVersions(context, formula.id);
  }

  @FieldResolver(() => FormulaVersion, { nullable: true, description: "The version in force now." })
  async current(@Parent() formula: FormulaRow, @Ctx() context: Context): Promise<FormulaVersion | null> {
    return versionInForce(await loadStanding(context, formula.id), context.platform.clock.now()) ?? null;
  }

  @FieldResolver(() => FormulaVersion, { nullable: true, description: "The version that may be edited." })
  async draft(@Parent() formula: FormulaRow, @Ctx() context: Context): Promise<FormulaVersion | null> {
    const versions = await loadStanding(context, formula.id);
    return versions.find((version) => formulaLife.allows(version.state, "SAVE")) ?? null;
  }
}

@Resolver(() => FormulaVersion)
export class FormulaVersionResolver {
  @FieldResolver(() => [FormulaTest], { description: "Its examples, worked out now." })
  tests(@Parent() version: FormulaVersionRow): FormulaTest[] {
    const results = runTests(textOfVersion(version));
    return results.map(({ test, actual, error, passed }) => ({
      ...test,
      expected: test.expected as Fen,
      actual: actual as Fen | null,
      error,
      passed,
    }));
  }

  @FieldResolver(() => String, { nullable: true, description: "Who wrote it; null for the platform itself." })
  author(@Parent() version: FormulaVersionRow, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, version.authorId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who published it." })
  publisher(@Parent() version: FormulaVersionRow, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, version.publisherId);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer had a hand in it." })
  mine(@Parent() { id }: FormulaVersionRow, @Ctx() context: Context): Promise<boolean> {
    return isWriter(context, id);
  }

  @FieldResolver(() => Boolean, {
    description: "Whether somebody else must publish it: the viewer wrote it, and the policy asks for another person.",
  })
  async byAnother(@Parent() version: FormulaVersionRow, @Ctx() context: Context): Promise<boolean> {
    return (await this.mine(version, context)) && asksForAnother(context);
  }
}

async function nameOf(context: Context, accountId: string | null): Promise<string | null> {
  return accountId === null ? null : ((await loadAccount(context, accountId))?.displayName ?? null);
}

const STANDING = Symbol("versions of formulas in force and in work");

async function loadStanding({ platform, loaders }: Context, formulaId: string): Promise<FormulaVersionRow[]> {
  const { clock, database } = platform;
  const loader = loaders.byId(STANDING, async (ids) =>
    groupBy(await standingVersions(database.read, ids, clock.now()), (row) => row.formulaId),
  );
  return (await loader.load(formulaId)) ?? [];
}

const VERSIONS = Symbol("versions of formulas");

async function loadVersions({ platform, loaders }: Context, formulaId: string): Promise<FormulaVersionRow[]> {
  const loader = loaders.byId(VERSIONS, async (ids) => {
    const rows = await formulaVersionsOf(platform.database.read, ids);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.formulaId === id)]));
  });
  return (await loader.load(formulaId)) ?? [];
}
