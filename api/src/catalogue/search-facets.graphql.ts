import { Arg, Ctx, Field, Float, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Allow, anyone } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { regionOf } from "../suppliers/region.js";
import { Region } from "../suppliers/supplier.graphql.js";
import { Category } from "./item.graphql.js";
import { allCategories, categoryBySlug } from "./item.store.js";
import { type SaleMode, saleModes } from "./product.js";
import { shopFacets } from "./search-facets.store.js";
import { type ShopFilter, WHOLE_SHOP } from "./shop-filter.store.js";
import { SaleModeEnum } from "./version.graphql.js";

@InputType({ description: "What products are narrowed by." })
export class ProductNarrowingInput {
  @Field(() => MoneyScalar, { nullable: true, description: "The least it can cost is this or more." })
  priceFrom?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "The least it can cost is less than this." })
  priceBelow?: number | null;

  @Field(() => Float, { nullable: true, description: "Customers' mean mark is this or better, 1 to 5." })
  leastMark?: number | null;

  @Field(() => [SaleModeEnum], { nullable: true, description: "Sold in one of these ways." })
  saleModes?: SaleMode[] | null;
}

/** What a visitor narrowed by, without the category. Refuses VALIDATION for a mark that can't be. */
export function filterOf(narrowing: ProductNarrowingInput | null | undefined, regionCode?: string | null): ShopFilter {
  const mark = narrowing?.leastMark ?? null;
  must(mark === null || (mark >= 1 && mark <= 5), "VALIDATION", { field: "leastMark", min: 1, max: 5 });
  const modes = narrowing?.saleModes ?? [];
  return {
    ...WHOLE_SHOP,
    regionCode: regionCode ?? null,
    priceFrom: narrowing?.priceFrom ?? null,
    priceBelow: narrowing?.priceBelow ?? null,
    markTenths: mark === null ? null : Math.round(mark * 10),
    saleModes: saleModes.filter((mode) => modes.includes(mode)),
  };
}

@ObjectType({ description: "A part of the shop and how many products of the list stand in it." })
class CategoryFacet {
  @Field(() => Category, { description: "The part." })
  category: Category;

  @Field(() => Int, { description: "How many; 1,000 means so many or more." })
  count: number;
}

@ObjectType({ description: "A band of prices and how many products of the list begin in it." })
class PriceFacet {
  @Field(() => MoneyScalar, { description: "From this on." })
  from: number;

  @Field(() => MoneyScalar, { nullable: true, description: "Below this; null without a limit." })
  below: number | null;

  @Field(() => Int, { description: "How many; 1,000 means so many or more." })
  count: number;
}

@ObjectType({ description: "A mark and how many products of the list reach it." })
class MarkFacet {
  @Field(() => Float, { description: "The mark." })
  leastMark: number;

  @Field(() => Int, { description: "How many; 1,000 means so many or more." })
  count: number;
}

@ObjectType({ description: "A way of selling and how many products of the list are sold so." })
class SaleModeFacet {
  @Field(() => SaleModeEnum, { description: "The way." })
  mode: SaleMode;

  @Field(() => Int, { description: "How many; 1,000 means so many or more." })
  count: number;
}

@ObjectType({ description: "A city and how many products of the list can be had there." })
class RegionFacet {
  @Field(() => Region, { description: "The city." })
  region: Region;

  @Field(() => Int, { description: "How many; 1,000 means so many or more." })
  count: number;
}

@ObjectType({
  description: "What can be chosen next in a list of products. A choice already made narrows the others only.",
})
class ProductFacets {
  @Field(() => Int, { description: "How many products the list has; 1,000 means so many or more." })
  total: number;

  @Field(() => String, { nullable: true, description: "What was searched for when the words looked mistyped." })
  corrected: string | null;

  @Field(() => [CategoryFacet], { description: "Where they stand, most first." })
  categories: CategoryFacet[];

  @Field(() => [PriceFacet], { description: "What they cost at least." })
  prices: PriceFacet[];

  @Field(() => [MarkFacet], { description: "What customers think, best first." })
  marks: MarkFacet[];

  @Field(() => [SaleModeFacet], { description: "How they are sold." })
  saleModes: SaleModeFacet[];

  @Field(() => [RegionFacet], { description: "Where they can be had, most first." })
  regions: RegionFacet[];
}

@Resolver()
export class ProductFacetsResolver {
  @Allow(anyone)
  @Query(() => ProductFacets, { description: "What a list or search of products can be narrowed by, with counts." })
  async productFacets(
    @Ctx() { platform }: Context,
    @Arg("categorySlug", () => String, { nullable: true, description: "The category chosen." }) categorySlug?:
      | string
      | null,
    @Arg("search", () => String, { nullable: true, description: "Words, Chinese or English." }) search?: string | null,
    @Arg("regionCode", () => String, { nullable: true, description: "The city chosen." }) regionCode?: string | null,
    @Arg("narrowing", () => ProductNarrowingInput, { nullable: true, description: "What else was chosen." })
    narrowing?: ProductNarrowingInput | null,
    @Arg("literal", () => Boolean, { nullable: true, description: "Take the words as they are, typos and all." })
    literal?: boolean | null,
  ): Promise<ProductFacets> {
    const sql = platform.database.read;
    const category = categorySlug ? await categoryBySlug(sql, categorySlug) : undefined;
    const filter = { ...filterOf(narrowing, regionCode), categoryId: category?.id ?? (categorySlug ? "" : null) };
    const words = search?.trim().slice(0, 100) || undefined;
    const facets = await shopFacets(sql, words, filter, literal ?? false);
    const named = new Map((await allCategories(sql)).map((row) => [row.id, row]));
    return {
      ...facets,
      categories: facets.categories.flatMap(({ categoryId, count }) => {
        const found = named.get(categoryId);
        return found ? [{ category: found, count }] : [];
      }),
      marks: facets.marks.map(({ tenths, count }) => ({ leastMark: tenths / 10, count })),
      prices: [...facets.prices],
      saleModes: [...facets.saleModes],
      regions: facets.regions.map(({ code, count }) => ({ region: regionOf(code), count })),
    };
  }
}
