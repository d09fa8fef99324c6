import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { FormulaTable, FormulaVariable, ValueType } from "./formula/index.js";
import { Formula, FormulaTableKindEnum, FormulaValueTypeEnum, RoundingModeEnum } from "./formula.graphql.js";
import { formulaByCode, formulasById, formulaVersionById } from "./formula.store.js";
import type { FormulaText } from "./formula-version.js";
import { publishFormula } from "./publish-formula.flow.js";
import { retireFormula } from "./retire-formula.flow.js";
import type { RoundingMode } from "./rounding.js";
import { saveFormulaDraft } from "./save-formula-draft.flow.js";

@InputType({ description: "Something a formula is told." })
export class FormulaParamInput {
  @Field(() => String, { description: "Its name in the expression: a-z, 0-9, _." })
  name: string;

  @Field(() => FormulaValueTypeEnum, { description: "What it holds." })
  type: ValueType;

  @Field(() => String, { nullable: true, description: "Unit of a number, such as 元/㎡." })
  unit?: string | null;

  @Field(() => String, { nullable: true, description: "The least number allowed." })
  min?: string | null;

  @Field(() => String, { nullable: true, description: "The greatest number allowed." })
  max?: string | null;

  @Field(() => [String], { nullable: true, description: "The texts allowed; none for any." })
  options?: string[] | null;

  @Field(() => String, { nullable: true, description: "What is presumed when it is not told." })
  default?: string | null;
}

@InputType({ description: "A row of a formula's table." })
class FormulaTableRowInput {
  @Field(() => String, { nullable: true, description: "TIER: from which number on." })
  from?: string | null;

  @Field(() => String, { nullable: true, description: "LOOKUP: for which text." })
  key?: string | null;

  @Field(() => String, { description: "The number it gives." })
  value: string;
}

@InputType({ description: "A table that a formula looks numbers up in." })
class FormulaTableInput {
  @Field(() => String, { description: "Its name in the expression." })
  name: string;

  @Field(() => FormulaTableKindEnum, { description: "How a row is found." })
  kind: "TIER" | "LOOKUP";

  @Field(() => [FormulaTableRowInput], { description: "Its rows, at most 100." })
  rows: FormulaTableRowInput[];
}

@InputType({ description: "A value that an example gives." })
class FormulaTestValueInput {
  @Field(() => String, { description: "Name of the parameter." })
  name: string;

  @Field(() => String, { description: "The value as text." })
  value: string;
}

@InputType({ description: "An example that must come out exactly." })
class FormulaTestInput {
  @Field(() => String, { description: "What it is an example of." })
  name: string;

  @Field(() => [FormulaTestValueInput], { description: "What is told." })
  inputs: FormulaTestValueInput[];

  @Field(() => MoneyScalar, { description: "What must come out, after rounding." })
  expected: Fen;
}

@InputType({ description: "A formula's draft, whole." })
class FormulaTextInput {
  @Field(() => [FormulaParamInput], { description: "What it is told beside unit_price and quantity, at most 40." })
  params: FormulaParamInput[];

  @Field(() => [FormulaTableInput], { description: "Where it looks numbers up, at most 20." })
  tables: FormulaTableInput[];

  @Field(() => String, { description: "The expression, at most 2,000 characters." })
  expression: string;

  @Field(() => String, { nullable: true, description: "Unit of what comes out; 元 for a price." })
  resultUnit?: string | null;

  @Field(() => Int, { description: "What the price is rounded to, in fen: 100 is whole yuan." })
  roundingStep: number;

  @Field(() => RoundingModeEnum, { description: "How it is rounded." })
  roundingMode: RoundingMode;

  @Field(() => [FormulaTestInput], { description: "Its examples, at most 50." })
  tests: FormulaTestInput[];
}

@InputType({ description: "A formula's draft to write." })
class SaveFormulaDraftInput {
  @Field(() => String, { description: "The formula's code; A-Z, 0-9, - and _." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => Boolean, { description: "Whether a formula of this code is to be made." })
  fresh: boolean;

  @Field(() => Int, { nullable: true, description: "The draft's version you have seen; without it there is none yet." })
  version?: number | null;

  @Field(() => FormulaTextInput, { description: "What it says." })
  text: FormulaTextInput;
}

@InputType({ description: "Which version to put in force, and from when." })
class PublishFormulaInput {
  @Field(() => ID, { description: "Of the version." })
  formulaVersionId: string;

  @Field(() => Int, { description: "The version of it that you have seen." })
  version: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when it counts; without it, at once." })
  effectiveFrom?: number | null;
}

@InputType({ description: "Which version to take out of force." })
class RetireFormulaInput {
  @Field(() => ID, { description: "Of the version." })
  formulaVersionId: string;

  @Field(() => Int, { description: "The version of it that you have seen." })
  version: number;
}

@ObjectType({ description: "The formula with its draft." })
class SaveFormulaDraftPayload extends Payload {
  @Field(() => Formula, { nullable: true, description: "As it is now." })
  formula?: Formula | null;
}
@ObjectType({ description: "The formula after it." })
class PublishFormulaPayload extends Payload {
  @Field(() => Formula, { nullable: true, description: "As it is now." })
  formula?: Formula | null;
}
@ObjectType({ description: "The formula after it." })
class RetireFormulaPayload extends Payload {
  @Field(() => Formula, { nullable: true, description: "As it is now." })
  formula?: Formula | null;
}

@Resolver()
export class FormulaDeedsResolver {
  @Allow(staffWith("pricing.manage"))
  @Mutation(() => SaveFormulaDraftPayload, {
    description:
      "Writes a formula's draft; it is TESTED at once when every example comes out. Refuses VALIDATION, FORMULA_INVALID (code and place of the first issue in the data), NOT_FOUND, STALE_VERSION.",
  })
  saveFormulaDraft(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") { text, version = null, ...input }: SaveFormulaDraftInput,
  ): Promise<SaveFormulaDraftPayload> {
    return settle(async () => {
      const code = await saveFormulaDraft(platform, viewer, { ...input, version, text: textOf(text) });
      return { formula: (await formulaByCode(platform.database.read, code)) ?? null };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => PublishFormulaPayload, {
    description:
      "Puts a tested version in force, for good. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FORMULA_TESTS_FAILED, MARGIN_BELOW_FLOOR, FOUR_EYES.",
  })
  publishFormula(@Ctx() context: Context, @Arg("input") input: PublishFormulaInput): Promise<PublishFormulaPayload> {
    return settle(async () => {
      const effectiveFrom = input.effectiveFrom ?? null;
      await publishFormula(context.platform, context.viewer, { ...input, effectiveFrom });
      return { formula: await formulaOf(context, input.formulaVersionId) };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => RetireFormulaPayload, {
    description:
      "Takes a published version out of force; the one before it counts again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FORMULA_IN_USE.",
  })
  retireFormula(@Ctx() context: Context, @Arg("input") input: RetireFormulaInput): Promise<RetireFormulaPayload> {
    return settle(async () => {
      await retireFormula(context.platform, context.viewer, input);
      return { formula: await formulaOf(context, input.formulaVersionId) };
    });
  }
}

/** The draft as the rules read it; a row of a table has the one of its two names that its kind asks for. */
function textOf(input: FormulaTextInput): FormulaText {
  const { expression, resultUnit = null, roundingStep: step, roundingMode: mode, tests } = input;
  const params = paramsOf(input.params);
  return { params, tables: input.tables.map(tableOf), expression, resultUnit, rounding: { step, mode }, tests };
}

/** Parameters as the rules read them. */
export function paramsOf(inputs: readonly FormulaParamInput[]): FormulaVariable[] {
  return inputs.map(({ name, type, unit = null, min = null, max = null, options, default: presumed }) => ({
    ...{ name, type, unit, min, max, options: options ?? [] },
    default: presumed ?? null,
  }));
}

function tableOf({ name, kind, rows }: FormulaTableInput): FormulaTable {
  const told = (text: string | null | undefined): string => {
    must(text !== null && text !== undefined, "VALIDATION", { field: "tables", name });
    return text;
  };
  if (kind === "TIER") return { name, kind, rows: rows.map(({ from, value }) => ({ from: told(from), value })) };
  return { name, kind, rows: rows.map(({ key, value }) => ({ key: told(key), value })) };
}

async function formulaOf({ platform }: Context, formulaVersionId: string): Promise<Formula | null> {
  const { read } = platform.database;
  const version = await formulaVersionById(read, formulaVersionId);
  return version ? ((await formulasById(read, [version.formulaId])).get(version.formulaId) ?? null) : null;
}
