import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import { ProductComponent } from "../catalogue/component.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import type { PricingFormula } from "./book.js";
import { formulasInForce } from "./book.store.js";
import { FormulaParam, FormulaTable, RoundingModeEnum } from "./formula.graphql.js";
import type { RoundingMode } from "./rounding.js";

@ObjectType({
  description:
    "How a component's price is worked out at present, so that a page can show an estimate while the customer types. What the server answers counts. Carries no cost and no examples.",
})
class ComponentEstimate {
  @Field(() => String, { description: "The expression, over the answers, unit_price and quantity." })
  expression: string;

  @Field(() => [FormulaParam], { description: "What it is told beside unit_price and quantity." })
  params: readonly FormulaParam[];

  @Field(() => [FormulaTable], { description: "Where it looks numbers up." })
  tables: readonly FormulaTable[];

  @Field(() => String, { nullable: true, description: "Unit of what comes out." })
  resultUnit: string | null;

  @Field(() => Int, { description: "What the price is rounded to, in fen." })
  roundingStep: number;

  @Field(() => RoundingModeEnum, { description: "How it is rounded." })
  roundingMode: RoundingMode;
}

@Resolver(() => ProductComponent)
export class ComponentEstimateResolver {
  @FieldResolver(() => ComponentEstimate, {
    nullable: true,
    description: "The formula that prices it at present; null where it is sale price times quantity.",
  })
  async estimate(
    @Parent() component: ProductComponent & { readonly priceFormula?: string | null },
    @Ctx() context: Context,
  ): Promise<ComponentEstimate | null> {
    if (!component.priceFormula) return null;
    const formula = await loadFormula(context, component.priceFormula);
    if (!formula) return null;
    const { expression, params, tables, resultUnit, rounding } = formula.text;
    return { expression, params, tables, resultUnit, roundingStep: rounding.step, roundingMode: rounding.mode };
  }
}

const IN_FORCE = Symbol("formulas in force by code");

async function loadFormula({ platform, loaders }: Context, code: string): Promise<PricingFormula | null> {
  const { clock, database } = platform;
  const loader = loaders.byId(IN_FORCE, async (codes) => formulasInForce(database.read, codes, clock.now()));
  return loader.load(code);
}
